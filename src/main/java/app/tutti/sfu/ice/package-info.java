/** ICE-lite (RFC 8445 §2.5): answers connectivity checks and learns from them where the peer is. */
package app.tutti.sfu.ice;
