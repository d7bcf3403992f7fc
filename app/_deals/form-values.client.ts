/** What the form starts from: a deal's terms, or the defaults of a new one. Shares are percent as typed. */
export type DealFormValues = Readonly<{
  title: string;
  licenseeId: string | null;
  licenseeName: string;
  currency: string;
  gross: string;
  contributorShare: string;
  /** Remit's fee, shown and not asked. */
  operatorFeeBps: number;
  reserve: string;
  reserveReleaseOn: string;
  cap: string;
  uses: readonly string[];
  weights: string;
  purpose: string;
  attribution: boolean;
  distillation: boolean;
  exclusive: boolean;
  basis: string;
  weighting: string;
  termFrom: string;
  termTo: string;
  noticeDays: number;
  escheatYears: number;
  escheatTo: string;
}>;

export type Lab = Readonly<{ id: string; name: string }>;
