import type { Fault } from './peer/peer.ts';

/** Shares of requests that go wrong; a cut after the work is the one that makes careless clients write twice. */
const shares = { tooMany: 0.02, serverError: 0.02, cutBefore: 0.01, cutAfter: 0.01, notJson: 0.01 };

/** The same faults in the same order for the same seed. */
export function seededFaults(seed: number) {
  let state = seed;
  const random = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  const counted = { injected: 0 };
  const count = <Value>(value: Value): Value => {
    counted.injected += 1;
    return value;
  };
  return {
    counted,
    before(): Fault | null {
      const draw = random();
      if (draw < shares.tooMany)
        return count({ status: 429, headers: { 'retry-after': '0' }, body: '{"message":"slow down"}' });
      if (draw < shares.tooMany + shares.serverError)
        return count({ status: 503, body: '{"message":"try again"}' });
      if (draw < shares.tooMany + shares.serverError + shares.cutBefore) return count('cut');
      return null;
    },
    after(): Fault | null {
      const draw = random();
      if (draw < shares.cutAfter) return count('cut');
      if (draw < shares.cutAfter + shares.notJson)
        return count({ status: 502, body: '<html>Bad gateway</html>' });
      return null;
    },
  };
}
