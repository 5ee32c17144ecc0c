const install = 'npm install @myriaddreamin/typst-ts-node-compiler@0.7';

/** What is said about the memo as a PDF. */
export const pdfDe = {
  missing: (name: string) => `Für PDF fehlt das Paket ${name}. Es ist groß und wird nur dafür gebraucht.`,
  tooOld: (name: string) => `Das installierte Paket ${name} ist zu alt: Es kann kein PDF/UA.`,
  unusable: (name: string) => `Das installierte Paket ${name} lässt sich auf diesem Rechner nicht laden.`,
  install: `Installieren, im aktuellen Ordner: ${install} (mit -g, wenn messenger-check so installiert ist)`,
  tooLong: 'Der Vermerk ist zu lang für ein PDF.',
  tooLongHint:
    'Lange Unterlagen in Notizen und Belegen nicht einfügen, sondern nennen; oder --format html oder docx wählen.',
  needsOutput: 'Ein PDF lässt sich nicht im Terminal anzeigen.',
  needsOutputHint: 'Eine Datei nennen, zum Beispiel: --output vermerk.pdf',
};
