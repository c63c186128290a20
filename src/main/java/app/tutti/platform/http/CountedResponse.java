package app.tutti.platform.http;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;

/** An answer that takes a place when it is long, and goes nowhere when nobody is there for it any more. */
final class CountedResponse extends HttpServletResponseWrapper {
    private static final String LENGTH = "Content-Length";

    private final Exchange exchange;
    private ServletOutputStream body;
    private long length = -1;

    CountedResponse(HttpServletResponse response, Exchange exchange) {
        super(response);
        this.exchange = exchange;
    }

    /** As far as it has been said; negative where it has not. */
    long length() {
        return length;
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        if (body == null) {
            body = new CountedOutput(super.getOutputStream(), this, exchange);
        }
        return body;
    }

    @Override
    public void sendError(int status) throws IOException {
        if (!exchange.isLost()) {
            super.sendError(status);
        }
    }

    @Override
    public void sendError(int status, String message) throws IOException {
        if (!exchange.isLost()) {
            super.sendError(status, message);
        }
    }

    @Override
    public void flushBuffer() throws IOException {
        if (!exchange.isLost()) {
            super.flushBuffer();
        }
    }

    @Override
    public void setContentLength(int bytes) {
        length = bytes;
        super.setContentLength(bytes);
    }

    @Override
    public void setContentLengthLong(long bytes) {
        length = bytes;
        super.setContentLengthLong(bytes);
    }

    @Override
    public void setHeader(String name, String value) {
        learn(name, value);
        super.setHeader(name, value);
    }

    @Override
    public void addHeader(String name, String value) {
        learn(name, value);
        super.addHeader(name, value);
    }

    private void learn(String name, String value) {
        if (name.equalsIgnoreCase(LENGTH) && value != null) {
            length = Long.parseLong(value);
        }
    }
}
