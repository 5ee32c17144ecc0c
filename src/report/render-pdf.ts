import type { Wording } from '../wording/wording.ts';
import { memoBlocks } from './docx-chapters.ts';
import { clean, shortened } from './docx-text.ts';
import { type PdfBlock, pdfBlocks } from './pdf-blocks.ts';
import type { Report } from './report.ts';
import type { CompilePdf } from './typst-compiler.ts';
import { compileShowable } from './unshowable.ts';

/** All that the template places. */
interface Memo {
  readonly title: string;
  readonly author: string;
  readonly description: string;
  readonly language: string;
  readonly region: string;
  readonly date: { readonly year: number; readonly month: number; readonly day: number };
  readonly header: { readonly title: string; readonly reference: string };
  /** To fit on one page. */
  readonly compact: boolean;
  readonly page: string;
  readonly of: string;
  readonly blocks: readonly PdfBlock[];
}

const regions: Readonly<Record<Report['language'], string>> = { de: 'DE', en: 'GB' };
const longestProperty = 250;
const longestInHeader = 70;

/**
 * The memo as an accessible PDF, PDF/UA-1. `words` are those of the report's language. Everything it says reaches the
 * `template` as data: no text can run. The same report gives the same bytes with the same fonts at hand.
 */
export function renderPdf(
  report: Report,
  words: Wording,
  { template, compile }: { readonly template: string; readonly compile: CompilePdf },
): Uint8Array {
  return compileShowable(memoOf(report, words), (memo) => compile(template, memo));
}

function memoOf(report: Report, words: Wording): Memo {
  const { title, depth, subject, verdict, date, language, data } = report;
  const entry = (wanted: string) => subject.find(({ id }) => id === wanted);
  const reference = entry('reference');
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  return {
    title: shortened(title, longestProperty),
    author: shortened(entry('assessor')?.value ?? `messenger-check ${data.version}`, longestProperty),
    description: clean(`${words.memo.kinds[depth.id]}, ${words.report.result}: ${verdict.label}`),
    language,
    region: regions[language],
    date: { year, month, day },
    header: {
      title: shortened(title, longestInHeader),
      reference: reference === undefined ? '' : `${clean(reference.label)}: ${shortened(reference.value, 30)}`,
    },
    compact: depth.id === 'brief',
    page: words.report.page,
    of: words.document.of,
    blocks: pdfBlocks(memoBlocks(report, words), words.document.table),
  };
}
