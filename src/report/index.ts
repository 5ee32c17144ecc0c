import { wordings } from '../wording/wording.ts';
import { embeddedData } from './carried-data.ts';
import { signatoriesOf } from './list-sign-off.ts';
import type { OwnTemplate } from './own-templates.ts';
import { picturesOf } from './pictures.ts';
import { renderTerminal } from './render-terminal.ts';
import type { Report } from './report.ts';
import { loadTemplate, typstTemplate } from './templates.ts';

export interface RenderOptions {
  /** The folder in which `templates/` lies. */
  readonly root: string;
  /** Width in columns, for the terminal. */
  readonly columns: number;
  readonly hasColor: boolean;
  /** Templates of the user's own; what is wrong with them is a `TemplateMistake`. */
  readonly templates?: readonly OwnTemplate[];
}

type Render<T> = (report: Report, options: RenderOptions) => T;

type TextFormat = 'markdown' | 'html' | 'json' | 'terminal';

/** Every way to print a report. */
export const renderers: Readonly<Record<TextFormat, Render<string>>> &
  Readonly<Record<'docx' | 'pdf', Render<Promise<Uint8Array>>>> = {
  markdown: (report, { root, templates }) => loadTemplate(root, 'report.md', templates)(withPictures(report)),
  html: (report, { root, templates }) => {
    const embedded = report.data.assessment === null ? null : embeddedData(report);
    const template = loadTemplate(root, 'report.html', templates);
    return template({ ...withPictures(report), embedded });
  },
  json: (report) => `${JSON.stringify(report, null, 2)}
`,
  terminal: renderTerminal,
  // Loaded only here: no other format needs the library.
  docx: async (report) => (await import('./render-docx.ts')).renderDocx(report, wordings[report.language]),
  pdf: async (report, { root }) => {
    const words = wordings[report.language];
    const { loadTypst } = await import('./typst-compiler.ts');
    const { renderPdf } = await import('./render-pdf.ts');
    // The compiler lies beside this program, or where somebody works.
    return renderPdf(report, words, { template: typstTemplate(root), compile: loadTypst([root, '.'], words.pdf) });
  },
};

/** Markdown has of the pictures what they say in words. */
function withPictures(report: Report): object {
  return { ...contextOf(report), ...picturesOf(report, wordings[report.language]) };
}

/** The report with the fixed words of its language, as templates see it. */
function contextOf(report: Report): object {
  const { report: words, comparison, reasons, verify, memo, document, pictures } = wordings[report.language];
  const open = report.openPoints.reduce((count, { points }) => count + points.length, 0);
  const missing = report.annexes.filter(({ isAttached }) => !isAttached).map(({ title }) => title);
  const [answers] = report.data.files;
  return {
    ...report,
    ...textsIn({ words, comparison, reasons, verify, memo, document, pictures }),
    producedWith: words.producedWith(report.data.version),
    basedOn: answers === undefined ? '' : memo.basedOn(answers.name, answers.sha256),
    unclear: memo.unclear(open),
    notAttached: missing.length === 0 ? '' : memo.notAttached(missing),
    annexPartials: Object.fromEntries(report.annexes.map(({ id }) => [id, `annex-${id}`])),
    isSigned: report.chapters.some(({ id }) => id === 'co-signature'),
    signatories: signatoriesOf(report.signOff, wordings[report.language]),
  };
}

/** Words without the functions among them: templates get data only. */
function textsIn(words: object): object {
  const texts = Object.entries(words).filter(([, value]) => typeof value !== 'function');
  const isWords = (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value);
  return Object.fromEntries(texts.map(([key, value]) => [key, isWords(value) ? textsIn(value) : value]));
}
