import GithubSlugger from 'github-slugger';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { toString as textOf } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';

export interface Heading {
  readonly depth: number;
  readonly text: string;
  /** What a link to it says after `#`, as hosting platforms make it. */
  readonly anchor: string;
}

/** A fenced block of code; `meta` is what stands after the language. */
export interface CodeBlock {
  readonly language: string;
  readonly meta: string;
  readonly text: string;
}

export interface MarkdownDocument {
  readonly headings: readonly Heading[];
  /** Addresses of links and pictures, in their order. */
  readonly addresses: readonly string[];
  readonly blocks: readonly CodeBlock[];
  /** Every piece of code within a line. */
  readonly codes: readonly string[];
}

export function readMarkdown(text: string): MarkdownDocument {
  const slugger = new GithubSlugger();
  const headings: Heading[] = [];
  const addresses: string[] = [];
  const blocks: CodeBlock[] = [];
  const codes: string[] = [];
  visit(fromMarkdown(text), (node) => {
    if (node.type === 'heading') {
      const title = textOf(node);
      headings.push({ depth: node.depth, text: title, anchor: slugger.slug(title) });
    }
    if (node.type === 'code') blocks.push({ language: node.lang ?? '', meta: node.meta ?? '', text: node.value });
    if (node.type === 'link' || node.type === 'image' || node.type === 'definition') addresses.push(node.url);
    if (node.type === 'inlineCode') codes.push(node.value);
  });
  return { headings, addresses, blocks, codes };
}

/** A part of a text: from the heading to the next one of the same depth. */
export function sectionOf(text: string, heading: string): string {
  const lines = text.split('\n');
  const from = lines.indexOf(heading);
  if (from === -1) throw new Error(`There is no heading "${heading}".`);
  const depth = heading.indexOf(' ');
  const to = lines.findIndex((line, at) => at > from && new RegExp(`^#{1,${depth}} `).test(line));
  return lines.slice(from, to === -1 ? undefined : to).join('\n');
}
