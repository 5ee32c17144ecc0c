/** Stands in the bundle for the editor prompt that inquirer always loads, and that nobody is asked with. */
export default undefined;
