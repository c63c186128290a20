/** Loads a relay with listeners and measures it. A client of its own: none of the relay's code, so that no fault hides. */
package app.tutti.bench;
