// As in tone.py: how 440 Hz left and 880 Hz right are made and recognised.
export const RATE = 48_000;
export const LEFT = 440;
export const RIGHT = 880;

/** count stereo samples, interleaved, from the start-th on. @param {number} start @param {number} count */
export function frame(start, count) {
  const samples = new Int16Array(2 * count);
  for (let n = 0; n < count; n++) {
    const angle = (2 * Math.PI * (start + n)) / RATE;
    samples[2 * n] = 8000 * Math.sin(LEFT * angle);
    samples[2 * n + 1] = 8000 * Math.sin(RIGHT * angle);
  }
  return samples;
}

/** The share of each tone in the last second of interleaved samples. @param {ArrayLike<number>} samples @param {number} [rate] */
export function heard(samples, rate = RATE) {
  const last = Array.from(samples).slice(-2 * rate);
  return channels(
    last.filter((_, n) => n % 2 === 0),
    last.filter((_, n) => n % 2 === 1),
    rate,
  );
}

/** @param {ArrayLike<number>} left @param {ArrayLike<number>} right @param {number} rate */
export function channels(left, right, rate) {
  if (left.length < rate / 4) return null;
  return {
    left: [share(left, LEFT, rate), share(left, RIGHT, rate)],
    right: [share(right, LEFT, rate), share(right, RIGHT, rate)],
  };
}

/** Left and right arrived, each on its own side. @param {ReturnType<typeof channels>} shares */
export function apart(shares) {
  return (
    shares !== null &&
    shares.left[0] > 0.8 &&
    shares.left[1] < 0.1 &&
    shares.right[1] > 0.8 &&
    shares.right[0] < 0.1
  );
}

/** The part of the power at this frequency, at any length. @param {ArrayLike<number>} samples @param {number} hertz @param {number} rate */
function share(samples, hertz, rate) {
  let [cosine, sine, total] = [0, 0, 0];
  for (let n = 0; n < samples.length; n++) {
    const angle = (2 * Math.PI * hertz * n) / rate;
    cosine += samples[n] * Math.cos(angle);
    sine += samples[n] * Math.sin(angle);
    total += samples[n] * samples[n];
  }
  const power = 2 * (cosine * cosine + sine * sine);
  return total
    ? Math.round((1000 * power) / (samples.length * total)) / 1000
    : 0;
}
