import type { Argument, Command, Option } from 'commander';

/** The manual page of the program, made of its help, in the macros of man(7). */
export function manPage(program: Command, version: string): string {
  const name = program.name();
  const lines = [
    `.TH ${name.toUpperCase()} 1 "" "${name} ${version}" ""`,
    '.SH NAME',
    `${text(name)} \\- ${text(program.description())}`,
    '.SH SYNOPSIS',
    `.B ${text(name)}`,
    text(program.usage()),
    '.SH OPTIONS',
    ...options(program),
    '.SH COMMANDS',
    ...commandsIn(program).flatMap((command) => section(command)),
    '.SH EXIT STATUS',
    ...afterHelp(program).flatMap((line, index) => (index === 0 ? [text(line)] : ['.PP', text(line)])),
  ];
  return `${lines.join('\n')}\n`;
}

function commandsIn(command: Command): readonly Command[] {
  const visible = command.createHelp().visibleCommands(command);
  return visible
    .filter((one) => one.name() !== 'help')
    .flatMap((one) => (one.commands.length > 0 ? commandsIn(one) : [one]));
}

function section(command: Command): readonly string[] {
  const names = command.parent?.parent ? [command.parent.name(), command.name()] : [command.name()];
  return [
    `.SS ${text(`${names.join(' ')} ${command.usage()}`)}`,
    text(command.description()),
    ...operands(command),
    ...options(command),
    ...afterHelp(command).flatMap((line) => ['.PP', text(line)]),
  ];
}

function operands(command: Command): readonly string[] {
  const help = command.createHelp();
  const entry = (argument: Argument) => [
    '.TP',
    `.I ${text(argument.name())}`,
    text(help.argumentDescription(argument)),
  ];
  return help.visibleArguments(command).flatMap(entry);
}

function options(command: Command): readonly string[] {
  const help = command.createHelp();
  const entry = (option: Option) => ['.TP', `.B ${text(option.flags)}`, text(help.optionDescription(option))];
  return help.visibleOptions(command).flatMap(entry);
}

/** Commander takes this where there is no terminal. */
const widthWithoutTerminal = 80;

/** The help as it is printed where there is no terminal; the program prints nothing any more. */
export function printedHelp(program: Command): string {
  let said = '';
  program.configureOutput({
    getOutHelpWidth: () => widthWithoutTerminal,
    writeOut: (more) => {
      said += more;
    },
  });
  program.outputHelp();
  return said;
}

/** What the help says at its end: that is text the program hands to commander, which keeps it to itself. */
function afterHelp(program: Command): readonly string[] {
  const said = printedHelp(program);
  const own = program.helpInformation();
  return said
    .slice(said.indexOf(own) + own.length)
    .split('\n')
    .filter((line) => line.trim() !== '');
}

/** No line begins a macro, and no character is an escape. */
function text(plain: string): string {
  const oneLine = plain.replaceAll(/\s+/g, ' ').trim();
  return oneLine
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replace(/^(?=[.'])/, '\\&');
}
