/** The UDP port and the addresses it can be reached at. */
package app.tutti.sfu.net;
