/** Passes on what it hears, block by block. */
class Recorder extends AudioWorkletProcessor {
  /** @param {Float32Array[][]} inputs */
  process([[left]]) {
    this.port.postMessage(left ? left.slice() : new Float32Array(128));
    return true;
  }
}

registerProcessor("recorder", Recorder);
