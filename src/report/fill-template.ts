import type Handlebars from 'handlebars';
import type { TemplateProblem } from '../domain/template-problem.ts';
import { checkedTemplate, type Known, lineCalling, lineNaming } from './check-template.ts';
import { type OwnTemplate, TemplateMistake } from './own-templates.ts';

type Filling = Handlebars.TemplateDelegate;

/** In which template of the package something went wrong. */
const shippedPlaces = new WeakMap<Error, string>();

/** Remembers where it went wrong, should it. */
export function shippedTemplate(template: Filling, name: string): Filling {
  return (context, options) => {
    try {
      return template(context, options);
    } catch (error) {
      if (error instanceof Error && !shippedPlaces.has(error)) shippedPlaces.set(error, name);
      throw error;
    }
  };
}

interface Compiling {
  readonly handlebars: typeof Handlebars;
  readonly options: CompileOptions;
  readonly known: Known;
}

/** How often a template may stand within itself: far more than data is nested, far less than the stack holds. */
const deepest = 30;

/** Whatever happens while it is filled is a mistake in it, unless it has been found in another one already. */
export function ownTemplate(own: OwnTemplate, { handlebars, options, known }: Compiling): Filling {
  const tree = checkedTemplate(own, known);
  const template = handlebars.compile(checkedTemplate(own, known), options);
  let depth = 0;
  return (context, runtime) => {
    if (depth >= deepest) throw new TemplateMistake({ file: own.file, line: lineCalling(tree) }, { kind: 'endless' });
    depth++;
    try {
      return template(context, runtime);
    } catch (error) {
      if (error instanceof TemplateMistake || !(error instanceof Error)) throw error;
      const { problem, line } = problemOf(error, { tree, known: known.partials });
      throw new TemplateMistake({ file: own.file, line }, problem, error);
    } finally {
      depth--;
    }
  };
}

function problemOf(
  error: Error,
  { tree, known }: { readonly tree: hbs.AST.Program; readonly known: readonly string[] },
): { problem: TemplateProblem; line: number | null } {
  const place = shippedPlaces.get(error);
  const name =
    /^"([^"]*)" not defined/.exec(error.message)?.[1] ??
    / 'in' operator to search for '([^']*)'/.exec(error.message)?.[1];
  const partial = /^The partial (.*) could not be found$/s.exec(error.message)?.[1];
  if (partial !== undefined) {
    return { problem: { kind: 'unknown-partial', name: partial, known }, line: lineCalling(tree) };
  }
  if (name === undefined) return { problem: { kind: 'unfit', message: error.message }, line: lineOf(error) };
  if (place === undefined) {
    return { problem: { kind: 'unknown-name', name }, line: lineOf(error) ?? lineNaming(tree, name) };
  }
  return { problem: { kind: 'out-of-place', name, partial: place }, line: lineNaming(tree, place) };
}

function lineOf(error: Error): number | null {
  return 'lineNumber' in error && typeof error.lineNumber === 'number' ? error.lineNumber : null;
}
