/** A questionnaire folder without mistakes. What a test replaces stands in its file once. */
export const smallFolder = {
  'sources.yaml': `sources:
  - id: law
    authority: { de: Parlament, en: Parliament }
    title: Gesetz über Boten
    date: "2020-05"
    url: https://example.org/law
    checked: primary
    seen: { de: ganz, en: in full }
  - id: paper
    authority: { de: Amt, en: Office }
    title: Boten im Amt
    dateNote: { de: undatiert, en: undated }
    url: https://example.org/paper
    checked: recall
    seen: { de: nichts, en: nothing }
`,
  'questions/context.yaml': `questions:
  - id: sector
    about: organisation
    kind: choice
    text: { de: Wer?, en: Who? }
    help: { de: Hilfe, en: help }
    why: { de: darum, en: because }
    evidence: { de: Satzung, en: statutes }
    choices:
      - { id: office, text: { de: Amt, en: office } }
      - { id: school, text: { de: Schule, en: school } }
  - id: functions
    about: product
    kind: choices
    text: { de: Was?, en: What? }
    help: { de: Hilfe, en: help }
    why: { de: darum, en: because }
    evidence: { de: Handbuch, en: manual }
    choices:
      - { id: text, text: { de: Text, en: text } }
      - { id: calls, text: { de: Anrufe, en: calls } }
  - id: messenger
    about: operation
    kind: choice
    text: { de: Welcher?, en: Which? }
    help: { de: Hilfe, en: help }
    why: { de: darum, en: because }
    evidence: { de: App-Info, en: app info }
    choices:
      - { id: pigeon, text: { de: Taube, en: pigeon } }
      - { id: fast-pigeon, text: { de: Brieftaube, en: homing pigeon } }
`,
  'questions/bank.yaml': `questions:
  - id: encryption
    about: product
    kind: choice
    text: { de: Verschlüsselt?, en: Encrypted? }
    help: { de: Hilfe zu encryption, en: help on encryption }
    why: { de: darum, en: because }
    evidence: { de: Gutachten, en: expert opinion }
    allowsNotApplicable: true
    choices:
      - { id: always, text: { de: immer, en: always } }
      - { id: never, text: { de: nie, en: never } }
  - id: retention-days
    about: operation
    kind: number
    text: { de: Wie lange?, en: How long? }
    help: { de: Hilfe zu retention, en: help on retention }
    why: { de: darum, en: because }
    evidence: { de: Konfiguration, en: configuration }
    askWhen: { encryption: never }
  - id: audited-on
    about: operation
    kind: date
    text: { de: Wann?, en: When? }
    help: { de: Hilfe zu audited, en: help on audited }
    why: { de: darum, en: because }
    evidence: { de: Bericht, en: report }
  - id: remarks
    about: operation
    kind: text
    informational: true
    fixed: true
    text: { de: Was noch?, en: What else? }
    help: { de: Hilfe zu remarks, en: help on remarks }
    why: { de: darum, en: because }
    evidence: { de: Notiz, en: note }
  - id: purpose
    about: organisation
    kind: choice
    each: functions
    text: { de: Wozu?, en: What for? }
    help: { de: Hilfe zu purpose, en: help on purpose }
    why: { de: darum, en: because }
    evidence: { de: Konzept, en: concept }
    choices:
      - { id: stated, text: { de: genannt, en: stated } }
      - { id: missing, text: { de: fehlt, en: missing } }
`,
  'paper.yaml': `id: paper-2020
version: "2020-05-18.1"
source: paper
binds: { sector: office }
title: { de: Papier, en: paper }
authority: { de: Amt, en: Office }
summary: { de: kurz, en: short }
notice: { de: Achtung, en: careful }
scope: { de: alle Ämter, en: all offices }
sections:
  - id: all-of-it
    title: { de: Alles, en: all of it }
    questions:
      - encryption
      - retention-days
      - audited-on
      - remarks
      - purpose
      - id: inline
        about: product
        kind: choices
        text: { de: Was davon?, en: Which of them? }
        help: { de: Hilfe, en: help }
        why: { de: darum, en: because }
        evidence: { de: Liste, en: list }
        exclusive: [[one, two]]
        choices:
          - { id: one, text: { de: eins, en: one } }
          - { id: two, text: { de: zwei, en: two } }
    requirements:
      - id: P-01
        level: must
        ref: S. 1
        checked: primary
        sources: [law, paper]
        asOf: { de: damals, en: then }
        law: [Art. 32 DSGVO]
        basis: { de: Grundlage, en: basis }
        caveat: { de: Vorbehalt, en: caveat }
        title: { de: Verschlüsselung, en: encryption }
        appliesWhen: { sector: [office, school] }
        fulfilledWhen: { encryption: [always, not-applicable] }
        partialWhen: { all: [retention-days: { atMost: 30 }, audited-on: { after: 2020-01-01 }] }
        partialFinding: { de: nur halb, en: only half }
        finding: { de: offen, en: in the open }
        measure: { de: verschlüsseln, en: encrypt }
      - id: P-02
        level: should
        levelUncertain: true
        ref: S. 2
        checked: recall
        sources: []
        asOf: { de: heute, en: today }
        law: []
        basis: { de: Grundlage, en: basis }
        title: { de: Zweck, en: purpose }
        each: functions
        appliesWhen: { not: { inline: { excludes: [one, two] } } }
        fulfilledWhen: { purpose: stated }
        finding: { de: zwecklos, en: without purpose }
        measure: { de: Zweck nennen, en: state the purpose }
      - id: P-03
        level: may
        ref: S. 3
        checked: secondary
        sources: [law]
        asOf: { de: heute, en: today }
        law: []
        basis: { de: Grundlage, en: basis }
        title: { de: Rest, en: rest }
        addressee: { de: Ämter, en: offices }
        issuer: { de: Parlament, en: Parliament }
        fulfilledWhen: { any: [inline: { includes: one }, retention-days: { atLeast: 1 }] }
        finding: { de: restlos, en: no rest }
        measure: { de: ruhen, en: rest }
`,
  'evidence.yaml': `evidence:
  - id: E-01
    date: "2019-03-04"
    kind: ruling
    body: { de: Gericht, en: court }
    holding: { de: Nein., en: No. }
    direction: contra
    weight: { de: Einzelfall, en: single case }
    url: https://example.org/ruling
    checked: secondary
    messengers: []
    sectors: [office, school]
`,
  'contradictions.yaml': `contradictions:
  - id: W-01
    topic: { de: Streit, en: dispute }
    positions:
      - who: { de: Amt, en: office }
        says: { de: Ja., en: Yes. }
        weight: { de: Papier, en: paper }
        date: "2020"
        requirements: [P-02]
        evidence: []
      - who: { de: Gericht, en: court }
        says: { de: Nein., en: No. }
        weight: { de: Urteil, en: ruling }
        dateNote: { de: später, en: later }
        requirements: []
        evidence: [E-01]
    treatment: { de: Beides nennen., en: Name both. }
`,
  'inconsistencies.yaml': `inconsistencies:
  - id: U-01
    when: { encryption: never, functions: { excludes: text } }
    text: { de: Nichts zu verschlüsseln., en: Nothing to encrypt. }
  - id: U-02
    each: functions
    when: { sector: school }
    text: { de: Schulen haben Zwecke., en: Schools have purposes. }
`,
  'guide.yaml': `id: guide
version: "2021.1"
source: law
title: { de: Leitfaden, en: guide }
authority: { de: Amt, en: Office }
summary: { de: kurz, en: short }
notice: { de: Achtung, en: careful }
scope: { de: alle Ämter, en: all offices }
sections:
  - id: guidance
    title: { de: Leitfaden, en: guide }
    questions: []
    requirements:
      - id: G-01
        level: must
        ref: S. 1
        checked: primary
        sources: [law]
        asOf: { de: damals, en: then }
        law: []
        basis: { de: Grundlage, en: basis }
        title: { de: Titel, en: title }
        fulfilledWhen: { encryption: always }
        finding: { de: offen, en: in the open }
        measure: { de: verschlüsseln, en: encrypt }
      - id: G-02
        level: should
        ref: S. 1
        checked: primary
        sources: [law]
        asOf: { de: damals, en: then }
        law: []
        basis: { de: Grundlage, en: basis }
        title: { de: Titel, en: title }
        fulfilledWhen: { encryption: always }
        finding: { de: offen, en: in the open }
        measure: { de: verschlüsseln, en: encrypt }
      - id: G-03
        level: may
        ref: S. 1
        checked: primary
        sources: [law]
        asOf: { de: damals, en: then }
        law: []
        basis: { de: Grundlage, en: basis }
        title: { de: Titel, en: title }
        fulfilledWhen: { encryption: always }
        finding: { de: offen, en: in the open }
        measure: { de: verschlüsseln, en: encrypt }
`,
  'house.yaml': `id: house-rules
version: "2026-01-01.1"
source: paper
extends: guide
levels: { G-02: must, G-03: should }
title: { de: Hausregeln, en: house rules }
authority: { de: Haus, en: house }
summary: { de: kurz, en: short }
notice: { de: Achtung, en: careful }
scope: { de: das Haus, en: the house }
sections: []
`,
  'messengers/pigeon.yaml': `id: pigeon
researched: 2026-11-23
summary: { de: Taube, en: pigeon }
facts:
  - field: e2ee-1to1
    value: { de: ja, en: yes }
    answers: { encryption: always }
    date: "2026-01"
    sources: [paper]
    checked: secondary
    confidence: high
    versions: { de: ab 2, en: from 2 }
  - field: licence
    value: { de: frei, en: free }
    dateNote: { de: undatiert, en: undated }
    sources: []
    checked: recall
    confidence: low
    remark: { de: ungewiss, en: uncertain }
`,
  'messengers/fast-pigeon.yaml': `id: fast-pigeon
researched: 2026-11-24
summary: { de: Brieftaube, en: homing pigeon }
inherits: { from: pigeon, fields: [e2ee-1to1] }
facts:
  - field: licence
    value: { de: unfrei, en: unfree }
    date: "2026-02"
    sources: [law]
    checked: primary
    confidence: medium
`,
} as const;
