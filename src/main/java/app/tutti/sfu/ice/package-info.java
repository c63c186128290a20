/** ICE (RFC 8445): the lite side answers connectivity checks and learns from them where the peer is; an agent is full. */
package app.tutti.sfu.ice;
