import Handlebars from 'handlebars';
import type { TemplateProblem } from '../domain/template-problem.ts';
import { type OwnTemplate, TemplateMistake } from './own-templates.ts';

type Node = hbs.AST.Node;
type Path = hbs.AST.PathExpression;

export interface Known {
  readonly helpers: readonly string[];
  readonly partials: readonly string[];
}

/** Nothing of JavaScript itself can be named: no prototype, no constructor, no method. */
const forbidden = new Set(
  [Object, Array, String, Number, Boolean, Function]
    .flatMap(({ prototype }) => Object.getOwnPropertyNames(prototype))
    .filter((name) => name !== 'length' && name !== 'name')
    .concat('prototype', 'helperMissing', 'blockHelperMissing'),
);

/** What the page is made of, which nobody typed. */
const rawNames = ['style', 'embedded'];

/** Helpers whose result is safe in Markdown as it is. */
const safeInMarkdown = ['md', 'address', 'anchor', 'nextNumber'];

/**
 * A template of the user's own as a tree that can be compiled: checked, strict about every name, and in Markdown with
 * every text escaped. Throws `TemplateMistake`.
 */
export function checkedTemplate(template: OwnTemplate, known: Known): hbs.AST.Program {
  const tree = parsed(template);
  const fail = (node: Node, problem: TemplateProblem): never => {
    throw new TemplateMistake({ file: template.file, line: node.loc.start.line }, problem);
  };
  const isMarkdown = template.name.endsWith('.md.hbs');
  for (const node of nodesIn(tree)) {
    checkNode(node, { fail, known, isMarkdown });
  }
  if (isMarkdown) for (const node of nodesIn(tree)) escapeIn(node);
  return tree;
}

function parsed({ file, text }: OwnTemplate): hbs.AST.Program {
  try {
    return Handlebars.parse(text, { srcName: file });
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    const line = /on line (\d+)/.exec(message)?.[1] ?? / - (\d+):\d+$/.exec(message)?.[1];
    // What is missing at the end is missing in the last line that says something.
    const last = text.trimEnd().split('\n').length;
    const place = { file, line: line === undefined ? null : Math.min(Number(line), last) };
    throw new TemplateMistake(place, { kind: 'syntax' }, error);
  }
}

interface Checking {
  readonly fail: (node: Node, problem: TemplateProblem) => never;
  readonly known: Known;
  readonly isMarkdown: boolean;
}

function checkNode(node: Node, { fail, known, isMarkdown }: Checking): void {
  if (node.type.startsWith('Decorator')) fail(node, { kind: 'decorator' });
  if (isPath(node)) {
    const name = node.parts.find((part) => forbidden.has(part) && !known.helpers.includes(part));
    if (name !== undefined) fail(node, { kind: 'forbidden-name', name });
    // A name that does not exist is a mistake in a condition, too.
    Object.assign(node, { strict: true });
  }
  const posing = namesGivenBy(node).find((name) => rawNames.includes(name) || safeInMarkdown.includes(name));
  if (posing !== undefined) fail(node, { kind: 'forbidden-name', name: posing });
  const partial = partialOf(node);
  if (partial !== null && !known.partials.includes(partial)) {
    fail(node, { kind: 'unknown-partial', name: partial, known: known.partials });
  }
  if (isCall(node) && isPath(node.path)) {
    const { original: name } = node.path;
    const isHelper = node.type === 'SubExpression' || node.params.length > 0 || node.hash !== undefined;
    if (isHelper && !known.helpers.includes(name)) {
      fail(node, { kind: 'unknown-helper', name, known: known.helpers });
    }
    const isRaw = node.type === 'MustacheStatement' && !(node as hbs.AST.MustacheStatement).escaped;
    if (isRaw && (isMarkdown || !rawNames.includes(name))) fail(node, { kind: 'raw-output', name });
  }
}

/** The names under which it hands something on: behind one that is printed as it is, anything could stand. */
function namesGivenBy(node: Node): readonly string[] {
  if (node.type === 'Program') return (node as hbs.AST.Program).blockParams ?? [];
  return node.type === 'HashPair' ? [(node as hbs.AST.HashPair).key] : [];
}

/** `{{title}}` becomes `{{md title}}`: user text is text, whoever wrote the template. */
function escapeIn(node: Node): void {
  if (node.type !== 'MustacheStatement') return;
  const mustache = node as hbs.AST.MustacheStatement;
  const { path, params, hash, loc } = mustache;
  const isCalled = params.length > 0 || hash !== undefined;
  if (isPath(path) && safeInMarkdown.includes(path.original)) return;
  const inner = isCalled ? { type: 'SubExpression', path, params, hash, loc } : path;
  const [md] = Handlebars.parse('{{md x}}').body as [hbs.AST.MustacheStatement];
  Object.assign(mustache, { path: md.path, params: [inner], hash: undefined });
}

/** The line of the first place that names it. */
export function lineNaming(tree: hbs.AST.Program, name: string): number | null {
  const all = nodesIn(tree);
  const isNamed = (node: Node) =>
    (isPath(node) && node.parts.includes(name)) || ('value' in node && node.value === name);
  return all.find(isNamed)?.loc.start.line ?? null;
}

/** The line of the first call of a partial; of one whose name is only found as it is filled, where there is one. */
export function lineCalling(tree: hbs.AST.Program): number | null {
  const calls = nodesIn(tree).filter(isPartial);
  return (calls.find((one) => partialOf(one) === null) ?? calls[0])?.loc.start.line ?? null;
}

/** The name that a partial is called by, where it stands there: as a path, or in quotation marks. */
function partialOf(node: Node): string | null {
  return isPartial(node) && 'original' in node.name ? String(node.name.original) : null;
}

/** The names of the partials it calls. */
export function partialsIn(tree: hbs.AST.Program): readonly string[] {
  return nodesIn(tree).flatMap((node) => partialOf(node) ?? []);
}

function nodesIn(value: unknown): readonly Node[] {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap(nodesIn);
  const inner = Object.entries(value).flatMap(([key, child]) => (key === 'loc' ? [] : nodesIn(child)));
  return 'type' in value && 'loc' in value ? [value as Node, ...inner] : inner;
}

function isPath(node: unknown): node is Path {
  return typeof node === 'object' && node !== null && 'type' in node && node.type === 'PathExpression';
}

function isPartial(node: Node): node is hbs.AST.PartialStatement {
  return node.type === 'PartialStatement' || node.type === 'PartialBlockStatement';
}

function isCall(node: Node): node is hbs.AST.MustacheStatement | hbs.AST.BlockStatement | hbs.AST.SubExpression {
  return ['MustacheStatement', 'BlockStatement', 'SubExpression'].includes(node.type);
}
