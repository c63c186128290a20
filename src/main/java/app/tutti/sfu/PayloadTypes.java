package app.tutti.sfu;

import app.tutti.sfu.sdp.SdpOffer;

/** Which numbers a peer's offer gives to what it speaks. */
record PayloadTypes(int opus, int red) {
    /** Instead of a number of redundant audio (RFC 2198) where that is not spoken. */
    static final int NONE = -1;

    /** What a producer may send: redundant audio only if it would rather, as it is twice the bits. */
    static PayloadTypes sentBy(SdpOffer offer) {
        return new PayloadTypes(
                offer.payloadType(), offer.prefersRed() ? offer.red().orElseThrow() : NONE);
    }

    static PayloadTypes takenBy(SdpOffer offer) {
        return new PayloadTypes(offer.payloadType(), offer.red().orElse(NONE));
    }

    boolean has(int payloadType) {
        return payloadType == opus || payloadType == red;
    }
}
