// What the page calls each kind of finding.

/** Kind to its words: `one` on a mark, `many` on the switch that shows or hides all of them. */
export const KIND_WORDS = {
  claim: { one: 'claim', many: 'claims' },
  quote: { one: 'quote', many: 'quotes' },
  person: { one: 'person', many: 'people' },
  organisation: { one: 'org', many: 'organisations' },
  place: { one: 'place', many: 'places' },
  contact: { one: 'contact', many: 'contacts' },
  figure: { one: 'figure', many: 'figures' },
  time: { one: 'time', many: 'times' },
  note: { one: 'note', many: 'notes' },
};
