import { AlignmentType, Footer, Header, PageNumber, TabStopType, TextRun } from 'docx';
import type { Wording } from '../wording/wording.ts';
import { paragraphs } from './docx-place.ts';
import { textWidth } from './docx-table.ts';
import { clean, shortened } from './docx-text.ts';
import type { Report } from './report.ts';

const longestInHeader = 70;

/** The title, and the reference where there is one, on every page. */
export function pageHeader({ title, subject }: Report): Header {
  const reference = subject.find(({ id }) => id === 'reference');
  const text = reference === undefined ? '' : `\t${clean(reference.label)}: ${shortened(reference.value, 30)}`;
  const tabStops = [{ type: TabStopType.RIGHT, position: textWidth }];
  const children = [new TextRun(shortened(title, longestInHeader)), new TextRun(text)];
  return new Header({ children: paragraphs(children, { style: 'Header', tabStops }) });
}

export function pageFooter({ document: words, report: { page } }: Wording): Footer {
  const numbers = new TextRun({
    children: [`${page} `, PageNumber.CURRENT, ` ${words.of} `, PageNumber.TOTAL_PAGES],
  });
  return new Footer({ children: paragraphs([numbers], { style: 'Footer', alignment: AlignmentType.RIGHT }) });
}
