const none = new Set('BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'.split(' '));
const three = new Set('BHD IQD JOD KWD LYD OMR TND'.split(' '));

/** How many decimals a currency has; two where it is not known. */
export function currencyDigits(currency: unknown): number {
  const code = typeof currency === 'string' ? currency.trim().toUpperCase() : '';
  return none.has(code) ? 0 : three.has(code) ? 3 : 2;
}
