import { expect, test } from 'vitest';
import { bold, link, type Piece, picture } from '../../src/report/docx-text.ts';
import { drawBar } from '../../src/report/drawing.ts';
import { pdfBlocks } from '../../src/report/pdf-blocks.ts';
import { type PdfPiece, pdfHeading, pdfPieces } from '../../src/report/pdf-text.ts';

const said = (pieces: readonly PdfPiece[]) => pieces.map(({ parts }) => parts.join('')).join('');
const drawing = picture(drawBar({ title: 'Bar', description: 'none', segments: [] }, 100));

test('an address that no viewer can follow stays text', () => {
  const [short, long] = [`https://a.example/${'x'.repeat(1900)}`, `https://a.example/${'x'.repeat(2000)}`];
  expect(pdfPieces([link(short), link(long)]).map((piece) => piece.link)).toEqual([short, null]);
  expect(said(pdfPieces([link(long)]))).toBe(long);
});

test('a heading of up to 500 characters stands as it is', () => {
  expect(pdfHeading(['Title ', bold('x'.repeat(494))])).toMatchObject({ whole: null });
});

test('a longer heading is cut, with all of it as text below', () => {
  const pieces: readonly Piece[] = ['Title ', bold('x'.repeat(600)), drawing, link('https://a.example/')];
  const { pieces: heading, whole } = pdfHeading(pieces);
  expect(said(heading)).toBe(`Title ${'x'.repeat(493)}…`);
  expect(said(whole ?? [])).toBe(`Title ${'x'.repeat(600)}https://a.example/`);
  const blocks = pdfBlocks([{ style: 'Section', pieces }], 'Table');
  expect(blocks.map(({ style }) => style)).toEqual(['Section', 'Normal']);
});

test('an address in a heading that is cut is part of its words', () => {
  const { pieces } = pdfHeading([link('https://a.example/'), ` ${'x'.repeat(600)}`]);
  expect(said(pieces)).toMatch(/^https:\/\/a\.example\/ x+…$/);
});
