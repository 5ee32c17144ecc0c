import { wordings } from '../wording/wording.ts';
import { embeddedData } from './carried-data.ts';
import { renderTerminal } from './render-terminal.ts';
import type { Report } from './report.ts';
import { loadTemplate, typstTemplate } from './templates.ts';

export interface RenderOptions {
  /** The folder in which `templates/` lies. */
  readonly root: string;
  /** Width in columns, for the terminal. */
  readonly columns: number;
  readonly hasColor: boolean;
}

type Render<T> = (report: Report, options: RenderOptions) => T;

type TextFormat = 'markdown' | 'html' | 'json' | 'terminal';

/** Every way to print a report. */
export const renderers: Readonly<Record<TextFormat, Render<string>>> &
  Readonly<Record<'docx' | 'pdf', Render<Promise<Uint8Array>>>> = {
  markdown: (report, { root }) => loadTemplate(root, 'report.md')(contextOf(report)),
  html: (report, { root }) => {
    const embedded = report.data.assessment === null ? null : embeddedData(report);
    return loadTemplate(root, 'report.html')({ ...contextOf(report), embedded });
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

/** The report with the fixed words of its language, as templates see it. */
function contextOf(report: Report): object {
  const { report: words, comparison, reasons, verify } = wordings[report.language];
  return { ...report, words, comparison, reasons, verify, producedWith: words.producedWith(report.data.version) };
}
