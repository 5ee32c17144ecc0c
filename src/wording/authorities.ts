import type { Text } from '../domain/language.ts';
import type { Certainty } from '../domain/source.ts';
import type { Authority } from '../domain/supervision.ts';

/**
 * The supervisory authorities by name. `checked`: how far sources of the catalogue say that the authority is competent;
 * `secondary` where an entry of `evidence.yaml` calls it so without limiting that to schools or the like, `recall` where
 * it is general knowledge. The names are those of today, without an article; a paper keeps that of its time.
 */
export const authorityNames: Readonly<Record<Authority, Text & { readonly checked: Certainty }>> = {
  bfdi: {
    de: 'Bundesbeauftragte für den Datenschutz und die Informationsfreiheit (BfDI)',
    en: 'Federal Commissioner for Data Protection and Freedom of Information (BfDI)',
    checked: 'secondary',
  },
  bw: {
    de: 'Landesbeauftragter für den Datenschutz und die Informationsfreiheit Baden-Württemberg (LfDI)',
    en: 'State Commissioner for Data Protection and Freedom of Information of Baden-Württemberg (LfDI)',
    checked: 'recall',
  },
  'by-public': {
    de: 'Bayerischer Landesbeauftragter für den Datenschutz (BayLfD)',
    en: 'Bavarian State Commissioner for Data Protection (BayLfD)',
    checked: 'recall',
  },
  'by-private': {
    de: 'Bayerisches Landesamt für Datenschutzaufsicht (BayLDA)',
    en: 'Bavarian State Office for Data Protection Supervision (BayLDA)',
    checked: 'secondary',
  },
  be: {
    de: 'Berliner Beauftragte für Datenschutz und Informationsfreiheit (BlnBDI)',
    en: 'Berlin Commissioner for Data Protection and Freedom of Information (BlnBDI)',
    checked: 'recall',
  },
  bb: {
    de: 'Landesbeauftragte für den Datenschutz und für das Recht auf Akteneinsicht Brandenburg (LDA)',
    en: 'State Commissioner for Data Protection and Access to Information of Brandenburg (LDA)',
    checked: 'recall',
  },
  hb: {
    de: 'Landesbeauftragter für Datenschutz und Informationsfreiheit Bremen (LfDI)',
    en: 'State Commissioner for Data Protection and Freedom of Information of Bremen (LfDI)',
    checked: 'recall',
  },
  hh: {
    de: 'Hamburgischer Beauftragter für Datenschutz und Informationsfreiheit (HmbBfDI)',
    en: 'Hamburg Commissioner for Data Protection and Freedom of Information (HmbBfDI)',
    checked: 'recall',
  },
  he: {
    de: 'Hessischer Beauftragter für Datenschutz und Informationsfreiheit (HBDI)',
    en: 'Hessian Commissioner for Data Protection and Freedom of Information (HBDI)',
    checked: 'recall',
  },
  mv: {
    de: 'Landesbeauftragter für Datenschutz und Informationsfreiheit Mecklenburg-Vorpommern',
    en: 'State Commissioner for Data Protection and Freedom of Information of Mecklenburg-Western Pomerania',
    checked: 'recall',
  },
  ni: {
    de: 'Landesbeauftragter für den Datenschutz Niedersachsen (LfD)',
    en: 'State Commissioner for Data Protection of Lower Saxony (LfD)',
    checked: 'secondary',
  },
  nw: {
    de: 'Landesbeauftragte für Datenschutz und Informationsfreiheit Nordrhein-Westfalen (LDI NRW)',
    en: 'State Commissioner for Data Protection and Freedom of Information of North Rhine-Westphalia (LDI NRW)',
    checked: 'secondary',
  },
  rp: {
    de: 'Landesbeauftragter für den Datenschutz und die Informationsfreiheit Rheinland-Pfalz (LfDI)',
    en: 'Commissioner for Data Protection and Freedom of Information of Rhineland-Palatinate (LfDI)',
    checked: 'secondary',
  },
  sl: {
    de: 'Unabhängiges Datenschutzzentrum Saarland (UDZ)',
    en: 'Independent Data Protection Centre of Saarland (UDZ)',
    checked: 'secondary',
  },
  sn: {
    de: 'Sächsische Datenschutz- und Transparenzbeauftragte (SDTB)',
    en: 'Saxon Data Protection and Transparency Commissioner (SDTB)',
    checked: 'recall',
  },
  st: {
    de: 'Landesbeauftragte für den Datenschutz Sachsen-Anhalt',
    en: 'State Commissioner for Data Protection of Saxony-Anhalt',
    checked: 'recall',
  },
  sh: {
    de: 'Landesbeauftragte für Datenschutz Schleswig-Holstein (Unabhängiges Landeszentrum für Datenschutz, ULD)',
    en: 'State Commissioner for Data Protection of Schleswig-Holstein (Independent Centre for Data Protection, ULD)',
    checked: 'recall',
  },
  th: {
    de: 'Thüringer Landesbeauftragter für den Datenschutz und die Informationsfreiheit (TLfDI)',
    en: 'Thuringian State Commissioner for Data Protection and Freedom of Information (TLfDI)',
    checked: 'recall',
  },
};
