/** RTP and RTCP (RFC 3550): packets as flyweights over borrowed bytes, rewriting, reports. */
package app.tutti.sfu.rtp;
