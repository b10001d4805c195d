/**
 * Draws that depend on the seed, the purpose and the row alone. Only whole numbers of 32 bits are used, which every
 * machine counts alike; nothing looks at a clock.
 */
export class Draws {
  #state;

  constructor(state) {
    this.#state = state | 0;
  }

  /** Mulberry32. */
  #next() {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return (t ^ (t >>> 14)) >>> 0;
  }

  /** A whole number from 0 to `count` - 1. */
  below(count) {
    return this.#next() % count;
  }

  chance(perMille) {
    return this.below(1000) < perMille;
  }

  of(list) {
    return list[this.below(list.length)];
  }
}

/** FNV-1a. */
export function hashOf(text) {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
}

/** The draws of row `n` for one purpose. */
export function drawsOf(seed, purpose) {
  const start = hashOf(`${seed} ${purpose}`);
  return (n) => new Draws(Math.imul(n + 1, 0x9e3779b1) ^ start);
}

/** A list that holds each word as often as its share says, to draw from. */
export function shares(table) {
  return Object.entries(table).flatMap(([word, share]) => Array(share).fill(word));
}

/**
 * Draws from 1 to `count` by a power law: the first ones often, the last ones rarely. With 30,000 companies
 * the first forty have more than 5,000 deals of a million each, the last ones about ten.
 */
export function powerLaw(count) {
  const ends = new Uint32Array(count);
  let total = 0;
  for (let rank = 0; rank < count; rank += 1) {
    total += Math.floor(20_000_000 / (rank + 21));
    ends[rank] = total;
  }
  return (draws) => {
    const at = draws.below(total);
    let [low, high] = [0, count - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (ends[middle] > at) high = middle;
      else low = middle + 1;
    }
    return low + 1;
  };
}
