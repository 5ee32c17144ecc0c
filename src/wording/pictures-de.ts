/** What the pictures say to those who do not see them, and the words around them. */
export const picturesDe = {
  skip: 'Zum Ergebnis',
  topicsTitle: 'Erfüllung nach Themen',
  topicsHint: 'Jede Zeile ist ein Thema, jedes Kästchen eine Anforderung.',
  legend: 'Zeichen',
  scale: 'Skala',
  scaleHint: 'Gefüllt ist, was noch herauskommen kann; der dicke Rahmen zeigt das Ergebnis nach jetzigem Stand.',
  overall: 'Gesamtergebnis',
  columns: { topic: 'Thema', fulfilment: 'Erfüllung', requirements: 'Anforderungen', span: 'Spanne' },
  fulfilledOf: (fulfilled: number, total: number) =>
    total === 0 ? 'nichts anwendbar' : `${fulfilled} von ${total} erfüllt`,
  barTitle: (name: string) => `Erfüllung: ${name}`,
  barDescription: (total: number, counts: readonly { readonly label: string; readonly count: number }[]) =>
    `Gestapelter Balken, ${total === 1 ? 'eine Anforderung' : `${total} Anforderungen`}: ${counts
      .map(({ label, count }) => `${count} ${label}`)
      .join(', ')}.`,
  stripTitle: (topic: string) => `Anforderungen: ${topic}`,
  stripDescription: (groups: readonly { readonly label: string; readonly findings: readonly string[] }[]) =>
    `Ein Kästchen je Anforderung. ${groups.map(({ label, findings }) => `${label}: ${findings.join(', ')}`).join('; ')}.`,
  spanTitle: (name: string) => `Spanne der Ergebnisse: ${name}`,
  spanDescription: ({ best, worst, now }: { best: string; worst: string; now: string }) =>
    best === worst
      ? `Auf der vierstufigen Skala steht das Ergebnis fest: ${best}.`
      : `Auf der vierstufigen Skala jetzt: ${now}; möglich ist alles von „${worst}“ bis „${best}“.`,
};
