package app.tutti.catalog;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signature Version 4 as a server computes it, from what Amazon has published and not from what the client does. */
final class AwsSignature {
    private AwsSignature() {}

    /** @param headers the value of a header by its name in small letters */
    static String of(
            String method,
            String path,
            String query,
            List<String> signedHeaders,
            UnaryOperator<String> headers,
            String scope,
            String secret) {
        String canonicalHeaders = signedHeaders.stream()
                .map(name -> name + ":" + headers.apply(name).strip() + "\n")
                .collect(Collectors.joining());
        String canonicalRequest = String.join(
                "\n",
                method,
                path,
                query,
                canonicalHeaders,
                String.join(";", signedHeaders),
                headers.apply("x-amz-content-sha256"));
        String toSign = String.join(
                "\n",
                "AWS4-HMAC-SHA256",
                headers.apply("x-amz-date"),
                scope,
                sha256(canonicalRequest.getBytes(StandardCharsets.UTF_8)));
        byte[] key = ("AWS4" + secret).getBytes(StandardCharsets.UTF_8);
        for (String part : scope.split("/")) {
            key = hmac(key, part);
        }
        return HexFormat.of().formatHex(hmac(key, toSign));
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
