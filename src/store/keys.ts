/** Columns that are made of others in the same row, in whatever table. */
import type { RowValues } from '../model';
import { companyKey } from '../rules/companies';
import { foldName } from '../rules/names';

export type Row = RowValues;
export type Value = Row[string];

export const KEYS: Record<string, (row: Row) => Value> = {
  name_key: ({ name }) => foldName(String(name)),
  company_key: ({ company }) => (typeof company === 'string' ? companyKey(company) : null),
};
