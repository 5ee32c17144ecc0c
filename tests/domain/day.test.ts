import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayAfter, dayOf, isDay } from '../../src/domain/day.ts';

describe('a calendar day', () => {
  test.each(['2026-11-23', '2024-02-29', '2000-02-29', '2026-01-31', '2026-12-31', '1999-01-01'])(
    '%s is one',
    (text) => {
      expect(isDay(text)).toBe(true);
    },
  );

  test.each([
    ['2026-02-29', 'no leap year'],
    ['1900-02-29', 'a century without a leap day'],
    ['2026-02-30', 'no month has it'],
    ['2026-04-31', 'April has thirty days'],
    ['2026-13-01', 'there is no thirteenth month'],
    ['2026-00-10', 'nor a month zero'],
    ['2026-01-00', 'nor a day zero'],
    ['2026-1-1', 'the zeros are missing'],
    ['2026-11', 'a month'],
    ['26-11-23', 'a short year'],
    ['23.11.2026', 'German order'],
    ['2026-11-23T00:00:00Z', 'a moment'],
    [' 2026-11-23', 'a blank before it'],
    ['2026-11-23\n', 'a line break after it'],
    ['', 'nothing'],
  ])('%j is none: %s', (text) => {
    expect(isDay(text)).toBe(false);
  });
});

describe('the day of a moment', () => {
  test.each([
    { moment: '2026-11-23T00:00:00.000Z', day: '2026-11-23' },
    { moment: '2026-11-23T23:59:59.999Z', day: '2026-11-23' },
    { moment: '2026-11-24T00:30:00+01:00', day: '2026-11-23' },
    { moment: '2026-11-23T20:00:00-05:00', day: '2026-11-24' },
  ])('$moment is $day in UTC, wherever it is read', ({ moment, day }) => {
    expect(dayOf(new Date(moment))).toBe(day);
  });

  test('is always a day that exists', () => {
    const moments = fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true });
    fc.assert(fc.property(moments, (moment) => isDay(dayOf(moment))));
  });
});

describe('the day after a day', () => {
  test.each([
    ['2026-11-23', '2026-11-24'],
    ['2027-12-31', '2028-01-01'],
    ['2028-02-28', '2028-02-29'],
    ['2027-03-27', '2027-03-28'],
    ['2027-03-28', '2027-03-29'],
    ['9999-12-30', '9999-12-31'],
  ])('%s is %s', (day, next) => {
    expect(dayAfter(day)).toBe(next);
  });

  test('is none after the last that can be written', () => {
    expect(dayAfter('9999-12-31')).toBeUndefined();
  });
});
