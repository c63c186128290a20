package app.tutti.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AwsSignatureTest {
    /** "GET Object" of the examples in Amazon's "Authenticating Requests: Using the Authorization Header". */
    @Test
    void theStandInSignsAsAmazonDoes() {
        Map<String, String> headers = Map.of(
                "host", "examplebucket.s3.amazonaws.com",
                "range", "bytes=0-9",
                "x-amz-content-sha256", AwsSignature.sha256(new byte[0]),
                "x-amz-date", "20130524T000000Z");
        assertEquals(
                "f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41",
                AwsSignature.of(
                        "GET",
                        "/test.txt",
                        "",
                        List.of("host", "range", "x-amz-content-sha256", "x-amz-date"),
                        headers::get,
                        "20130524/us-east-1/s3/aws4_request",
                        "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"));
    }
}
