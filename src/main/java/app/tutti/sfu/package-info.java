/**
 * A WebRTC relay (SFU) for audio on one UDP port. A {@link app.tutti.sfu.Router} passes what a
 * {@link app.tutti.sfu.Producer} sends on to any number of {@link app.tutti.sfu.Consumer}s; each of them comes by a
 * {@link app.tutti.sfu.Transport}.
 *
 * <p>One thread receives, decrypts and rewrites; a few shards encrypt and send. They meet at bounded rings and queues,
 * and each object has one thread that writes it.
 */
package app.tutti.sfu;
