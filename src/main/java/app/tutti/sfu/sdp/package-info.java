/** Offers read and answers written (RFC 8866, RFC 9429, RFC 8839), for audio in Opus and nothing else. */
package app.tutti.sfu.sdp;
