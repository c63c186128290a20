/** The server side of DTLS-SRTP (RFC 5764) over DTLS 1.2, by BouncyCastle. */
package app.tutti.sfu.dtls;
