import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import type { Tx } from '../database/tx.js';
import { DomainError } from '../kernel/domain-error.js';

export interface RowError {
  readonly column: string;
  readonly code: string;
  readonly detail: string;
}

/** One row of the file: the checked record, or what is wrong with it. */
export interface ImportedRow<T> {
  readonly line: number;
  readonly name: string;
  readonly value?: T;
  /** Cells that name other records, by column. */
  readonly references: Readonly<Record<string, readonly string[]>>;
  readonly errors: readonly RowError[];
}

export type RowOutcome = 'CREATE' | 'REFUSE';

export interface RowReport {
  readonly line: number;
  readonly name: string;
  readonly outcome: RowOutcome;
  readonly errors: readonly RowError[];
}

export interface ImportReport {
  readonly dryRun: boolean;
  readonly total: number;
  readonly creatable: number;
  readonly refused: number;
  readonly rows: readonly RowReport[];
}

/** Writes one row in the transaction of the import; refuses it by a DomainError. */
export type WriteRow<T> = (tx: Tx, value: T, references: ImportedRow<T>['references']) => Promise<void>;

/** Undoes everything that the import wrote, and carries its report out of the transaction. */
class UndoneImport extends Error {
  constructor(readonly report: ImportReport) {
    super('undone');
  }
}

@Injectable()
export class ImportRun {
  constructor(private readonly db: Database) {}

  /**
   * Writes every row or none, each by the rules of a single registration. A dry run writes them all, undoes them and
   * reports what would happen. Throws `import-refused` with every wrong cell when it is not a dry run.
   */
  async run<T>(rows: readonly ImportedRow<T>[], dryRun: boolean, write: WriteRow<T>): Promise<ImportReport> {
    try {
      return await this.db.transaction(async (tx) => {
        const report = reportOf(await attemptAll(tx, rows, write), dryRun);
        if (dryRun || report.refused > 0) throw new UndoneImport(report);
        return report;
      });
    } catch (error) {
      if (!(error instanceof UndoneImport)) throw error;
      if (!dryRun) throw refusal(error.report);
      return error.report;
    }
  }
}

async function attemptAll<T>(tx: Tx, rows: readonly ImportedRow<T>[], write: WriteRow<T>): Promise<RowReport[]> {
  const reports: RowReport[] = [];
  for (const { line, name, value, references, errors: found } of rows) {
    const errors = value === undefined ? found : await attempt(tx, (inner) => write(inner, value, references));
    reports.push({ line, name, outcome: errors.length === 0 ? 'CREATE' : 'REFUSE', errors });
  }
  return reports;
}

/** A refused row leaves the transaction usable for the rows behind it. */
async function attempt(tx: Tx, work: (tx: Tx) => Promise<void>): Promise<readonly RowError[]> {
  await tx.manager.query('SAVEPOINT import_row');
  try {
    await work(tx);
    await tx.manager.query('RELEASE SAVEPOINT import_row');
    return [];
  } catch (error) {
    if (!(error instanceof DomainError) || error.kind === 'unavailable') throw error;
    await tx.manager.query('ROLLBACK TO SAVEPOINT import_row');
    return error.errors.length === 0
      ? [{ column: 'name', code: error.code, detail: error.message }]
      : error.errors.map(({ pointer, code, detail }) => ({ column: pointer.slice(1), code, detail }));
  }
}

function reportOf(rows: readonly RowReport[], dryRun: boolean): ImportReport {
  const refused = rows.filter(({ outcome }) => outcome === 'REFUSE').length;
  return { dryRun, total: rows.length, creatable: rows.length - refused, refused, rows };
}

function refusal({ rows, refused, total }: ImportReport): DomainError {
  const errors = rows.flatMap(({ line, errors: wrong }) =>
    wrong.map(({ column, code, detail }) => ({ pointer: `/line/${line}/${column}`, code, detail })),
  );
  const detail = `Nothing was imported: ${refused} of ${total} rows are wrong.`;
  return new DomainError('unprocessable', 'import-refused', detail, errors);
}

/** A cell that names nothing that is known. */
export const unknownName = (column: string, name: string): DomainError =>
  cellRefusal(column, 'unknown-reference', `"${name}" is not known`);

export const cellRefusal = (column: string, code: string, detail: string): DomainError =>
  new DomainError('unprocessable', code, detail, [{ pointer: `/${column}`, code, detail }]);
