import { AlignmentType, type INumberingOptions, type IStylesOptions, LevelFormat, LineRuleType } from 'docx';
import type { Language } from '../domain/language.ts';

/** Has the same widths as Liberation Sans, so that pages break alike with and without Office. */
const font = 'Arial';
const ink = '1B1F24';
const muted = '4D5661';
const line = 'AEB7C0';

/** As Word names them. */
export const locales: Readonly<Record<Language, string>> = { de: 'de-DE', en: 'en-GB' };

/** The styles of the memo: whoever changes one in Word changes it everywhere. The brief has to fit on a page. */
export function docxStyles(language: Language, isBrief: boolean): IStylesOptions {
  const locale = locales[language];
  return {
    default: {
      document: { run: { language: { value: locale, eastAsia: locale } } },
      title: {
        run: { font, size: isBrief ? 26 : 32, bold: true, color: ink },
        paragraph: {
          spacing: { before: 60, after: isBrief ? 100 : 200, line: 264, lineRule: LineRuleType.AUTO },
          keepNext: true,
        },
      },
      heading1: heading(isBrief ? { size: 21, before: 140, after: 50 } : { size: 27, before: 400, after: 140 }),
      heading2: heading({ size: 22, before: 280, after: 100 }),
      heading3: heading({ size: 20, before: 220, after: 60 }),
      caption: {
        run: { italics: false, bold: false, size: 18, color: muted },
        paragraph: { keepNext: true, spacing: { before: 120, after: 60 } },
      },
      hyperlink: { run: { color: '14508A', underline: {} } },
    },
    paragraphStyles: paragraphStyles(isBrief),
    characterStyles: [
      { id: 'Strong', name: 'Strong', basedOn: 'DefaultParagraphFont', run: { bold: true } },
      { id: 'Emphasis', name: 'Emphasis', basedOn: 'DefaultParagraphFont', run: { italics: true } },
      { id: 'Checksum', name: 'Checksum', basedOn: 'DefaultParagraphFont', run: { font: 'Courier New', size: 14 } },
    ],
  };
}

function heading({ size, before, after }: Readonly<Record<'size' | 'before' | 'after', number>>) {
  return {
    run: { font, size, bold: true, color: ink },
    paragraph: { keepNext: true, keepLines: true, spacing: { before, after, line: 252, lineRule: LineRuleType.AUTO } },
  };
}

function paragraphStyles(isBrief: boolean): NonNullable<IStylesOptions['paragraphStyles']> {
  const based = (id: string, name: string) => ({ id, name, basedOn: 'Normal', quickFormat: true });
  return [
    {
      ...based('Subtitle', 'Subtitle'),
      next: 'Normal',
      run: { size: 22, color: muted },
      paragraph: { spacing: { after: 60 } },
    },
    {
      ...based('LeadIn', 'Lead-in'),
      run: { bold: true },
      paragraph: { keepNext: true, spacing: { before: 140, after: 80 } },
    },
    { ...based('ListBullet', 'List Bullet'), paragraph: { spacing: { after: isBrief ? 30 : 60 } } },
    { ...based('ListBullet2', 'List Bullet 2'), run: { color: muted }, paragraph: { spacing: { after: 40 } } },
    {
      ...based('TableText', 'Table Text'),
      run: { size: 18 },
      paragraph: { spacing: { before: 0, after: 0, line: 247, lineRule: LineRuleType.AUTO } },
    },
    {
      ...based('TableHeading', 'Table Heading'),
      run: { size: 18, bold: true },
      paragraph: { spacing: { before: 0, after: 0, line: 247, lineRule: LineRuleType.AUTO } },
    },
    {
      ...based('TableGap', 'Table Gap'),
      run: { size: 8 },
      paragraph: { spacing: { before: 0, after: 120, line: 120, lineRule: LineRuleType.AUTO } },
    },
    { ...based('Header', 'header'), run: { size: 16, color: muted }, paragraph: { spacing: { after: 0 } } },
    { ...based('Footer', 'footer'), run: { size: 16, color: muted }, paragraph: { spacing: { after: 0 } } },
  ];
}

const rules = ['top', 'bottom', 'insideH']
  .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="${line}"/>`)
  .join('');
const cellMargins = `<w:tblCellMar>${['top', 'left', 'bottom', 'right']
  .map((side) => `<w:${side} w:w="${side === 'left' || side === 'right' ? 80 : 50}" w:type="dxa"/>`)
  .join('')}</w:tblCellMar>`;

function tableStyle(id: string, name: string, more: string): string {
  return `<w:style w:type="table" w:customStyle="1" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="TableNormal"/><w:uiPriority w:val="99"/><w:qFormat/><w:tblPr><w:tblBorders>${rules}</w:tblBorders>${cellMargins}</w:tblPr>${more}</w:style>`;
}

const headerRow =
  '<w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr><w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="E9EDF1"/></w:tcPr></w:tblStylePr>';

/**
 * What the library has no options for: the styles on which all others build (not as document defaults, which LibreOffice
 * puts above character styles in tables), and those of tables, legible in greyscale.
 */
export const docxBaseStyles = (isBrief: boolean) =>
  [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">',
    `<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/><w:pPr><w:spacing w:after="${isBrief ? 60 : 120}" w:line="${isBrief ? 247 : 264}" w:lineRule="auto"/></w:pPr>`,
    `<w:rPr><w:rFonts w:ascii="${font}" w:hAnsi="${font}" w:eastAsia="${font}" w:cs="${font}"/><w:color w:val="${ink}"/><w:sz w:val="${isBrief ? 18 : 20}"/><w:szCs w:val="${isBrief ? 18 : 20}"/></w:rPr></w:style>`,
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>',
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style>',
    tableStyle('MemoTable', 'Memo Table', headerRow),
    tableStyle('MemoFacts', 'Memo Facts', ''),
    '</w:styles>',
  ].join('');

/** How far the text of a point stands from that of the level above, in twentieths of a point. */
export const pointIndent = 340;

/** Chapters count themselves; points are bullets. */
export const docxNumbering: INumberingOptions = {
  config: [
    {
      reference: 'chapters',
      levels: [
        {
          level: 0,
          format: LevelFormat.DECIMAL,
          text: '%1',
          alignment: AlignmentType.START,
          style: { style: 'Heading1', paragraph: { indent: { left: 510, hanging: 510 } } },
        },
      ],
    },
    {
      reference: 'points',
      levels: [bullet(0, '•'), bullet(1, '–')],
    },
  ],
};

function bullet(level: number, text: string) {
  const style = { paragraph: { indent: { left: pointIndent * (level + 1), hanging: 300 } } };
  return { level, format: LevelFormat.BULLET, text, alignment: AlignmentType.START, style };
}
