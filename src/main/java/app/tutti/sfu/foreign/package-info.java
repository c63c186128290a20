/** Calls of C functions by Java's foreign function interface, where there is one. */
package app.tutti.sfu.foreign;
