/** SRTP and SRTCP (RFC 3711, RFC 7714): derives session keys, protects and unprotects packets, refuses replays. */
package app.tutti.sfu.srtp;
