import type { picturesDe } from './pictures-de.ts';

export const picturesEn: typeof picturesDe = {
  skip: 'Skip to the result',
  topicsTitle: 'Fulfilment by topic',
  topicsHint: 'Each row is a topic, each square a requirement.',
  legend: 'Signs',
  scale: 'Scale',
  scaleHint: 'Filled is what can still come of it; the thick frame marks the result as of now.',
  overall: 'Overall result',
  columns: { topic: 'Topic', fulfilment: 'Fulfilment', requirements: 'Requirements', span: 'Range' },
  fulfilledOf: (fulfilled, total) => (total === 0 ? 'nothing applicable' : `${fulfilled} of ${total} fulfilled`),
  barTitle: (name) => `Fulfilment: ${name}`,
  barDescription: (total, counts) =>
    `Stacked bar, ${total === 1 ? 'one requirement' : `${total} requirements`}: ${counts
      .map(({ label, count }) => `${count} ${label}`)
      .join(', ')}.`,
  stripTitle: (topic) => `Requirements: ${topic}`,
  stripDescription: (groups) =>
    `One square for each requirement. ${groups.map(({ label, findings }) => `${label}: ${findings.join(', ')}`).join('; ')}.`,
  spanTitle: (name) => `Range of results: ${name}`,
  spanDescription: ({ best, worst, now }) =>
    best === worst
      ? `On the scale of four steps the result is settled: ${best}.`
      : `On the scale of four steps as of now: ${now}; possible is anything from “${worst}” to “${best}”.`,
};
