package de.ratssaal.publication.portal;

import de.ratssaal.base.ChangeNotices;
import de.ratssaal.publication.PublicRegister;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Remembers the portal's pages as they left the application, with all their headers, and answers with them before
 * anything else is asked (ADR 0061). Only pages that say so themselves are remembered: public, whole, without cookies.
 *
 * <p>Everything is forgotten as soon as anything is published or withdrawn, on whichever node; and after a minute, because
 * time passes on pages too.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class PageCache extends HttpFilter implements DisposableBean {

    /** Set by who made a page that may be remembered. */
    static final String MAY_BE_REMEMBERED = PageCache.class.getName();

    private static final long serialVersionUID = 1;
    private static final Logger LOG = LoggerFactory.getLogger(PageCache.class);
    private static final int MOST_PAGES = 4_000;
    private static final long MOST_BYTES = 64L << 20;
    private static final int SMALLEST_COMPRESSED = 1_024;
    private static final long KEPT_MILLIS = 60_000;
    /** Made anew for each answer, or set by the container. */
    private static final Set<String> OWN_HEADERS = Set.of(
            "content-length", "transfer-encoding", "date", "connection", "keep-alive", "vary", "etag", "content-type");

    private final transient PublicRegister register;
    private final transient Clock clock;
    private final transient ChangeNotices.Watch watch;
    private final transient Map<String, Remembered> pages = new ConcurrentHashMap<>();
    private final transient List<ReentrantLock> making =
            Stream.generate(ReentrantLock::new).limit(64).toList();
    private volatile long revision = -1;
    private volatile long bytes;

    PageCache(PublicRegister register, ChangeNotices notices, Clock clock) {
        this.register = register;
        this.clock = clock;
        this.watch = notices.watch("publication", this::look);
    }

    /** Looks whether anything was published since. */
    final void look() {
        var now = register.revision();
        if (now != revision) {
            revision = now;
            pages.clear();
            bytes = 0;
        }
    }

    @Override
    public void destroy() {
        watch.close();
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var path = request.getRequestURI();
        if (request.getQueryString() != null || !isRead(request) || isOfOthers(path)) {
            chain.doFilter(request, response);
            return;
        }
        var page = pages.get(path);
        if (page != null && page.isFresh(revision, clock.millis())) {
            page.answer(request, response);
        } else {
            make(path, page, request, response, chain);
        }
    }

    private void make(
            String path,
            @Nullable Remembered before,
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain)
            throws IOException, ServletException {
        var whole = new ContentCachingResponseWrapper(response);
        Remembered page;
        var lock = making.get(Math.floorMod(path.hashCode(), making.size()));
        lock.lock();
        try {
            page = made(path, request, whole, chain);
        } catch (ServletException | RuntimeException e) {
            // The database is away: better what was true a minute ago than nothing.
            if (before == null || response.isCommitted()) {
                throw e;
            }
            LOG.warn("{} is answered as it was before: {}", path, e.getMessage());
            response.reset();
            page = before;
        } finally {
            lock.unlock();
        }
        // Nobody else waits for a reader whose line is slow.
        if (page == null) {
            whole.copyBodyToResponse();
        } else {
            page.answer(request, response);
        }
    }

    /** @return none if the page may not be remembered; then it lies in the response */
    private @Nullable Remembered made(
            String path, HttpServletRequest request, ContentCachingResponseWrapper whole, FilterChain chain)
            throws IOException, ServletException {
        var meanwhile = pages.get(path);
        if (meanwhile != null && meanwhile.isFresh(revision, clock.millis())) {
            return meanwhile;
        }
        if (revision < 0) {
            look();
        }
        // Read before the page is made: what is published meanwhile makes the page old at once, never young.
        var made = revision;
        chain.doFilter(new WholePage(request), whole);
        if (whole.getStatus() != HttpServletResponse.SC_OK
                || request.getAttribute(MAY_BE_REMEMBERED) == null
                || whole.getHeader(HttpHeaders.SET_COOKIE) != null) {
            return null;
        }
        var page = Remembered.of(whole, made, clock.millis() + KEPT_MILLIS);
        remember(path, page);
        return page;
    }

    private void remember(String path, Remembered page) {
        if (pages.size() >= MOST_PAGES || bytes + page.size() > MOST_BYTES) {
            pages.clear();
            bytes = 0;
        }
        var before = pages.put(path, page);
        bytes += page.size() - (before == null ? 0 : before.size());
    }

    private static boolean isRead(HttpServletRequest request) {
        return request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    }

    /**
     * Printed minutes and records of secret votes are not sent at all to who has them, minutes otherwise in stretches; the live page is
     * remembered by who makes it.
     */
    private static boolean isOfOthers(String path) {
        return path.endsWith(".pdf")
                || path.contains("/secret-polls/")
                || path.endsWith("/announcement")
                || path.endsWith("/live")
                || path.endsWith("/live/stream")
                || path.startsWith("/app")
                || path.startsWith("/api/")
                || path.startsWith("/assets/")
                || path.startsWith("/calendar/")
                || path.startsWith("/decline/")
                || path.startsWith("/files/")
                || path.startsWith("/read");
    }

    /** Asks for the page whole and unconditionally, so that it can be remembered. */
    private static final class WholePage extends HttpServletRequestWrapper {

        private static final Set<String> HIDDEN = Set.of("if-none-match", "if-modified-since", "range", "if-range");

        WholePage(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getMethod() {
            return "GET";
        }

        @Override
        public @Nullable String getHeader(String name) {
            return isHidden(name) ? null : super.getHeader(name);
        }

        @Override
        public Enumeration<String> getHeaders(String name) {
            return isHidden(name) ? Collections.emptyEnumeration() : super.getHeaders(name);
        }

        @Override
        public long getDateHeader(String name) {
            return isHidden(name) ? -1 : super.getDateHeader(name);
        }

        private static boolean isHidden(String name) {
            return HIDDEN.contains(name.toLowerCase(Locale.ROOT));
        }
    }

    private record Header(String name, String value) {}

    /**
     * A page as it left the application.
     *
     * @param until when it is too old, in milliseconds of the clock
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody, copied by nobody
    private record Remembered(
            long revision,
            long until,
            List<Header> headers,
            String contentType,
            String etag,
            String etagCompressed,
            byte[] plain,
            byte @Nullable [] compressed) {

        static Remembered of(ContentCachingResponseWrapper page, long revision, long until) throws IOException {
            var headers = new ArrayList<Header>();
            for (var name : page.getHeaderNames()) {
                if (!OWN_HEADERS.contains(name.toLowerCase(Locale.ROOT))) {
                    page.getHeaders(name).forEach(value -> headers.add(new Header(name, value)));
                }
            }
            var plain = page.getContentAsByteArray();
            var etag = Pages.etag(plain);
            return new Remembered(
                    revision,
                    until,
                    List.copyOf(headers),
                    page.getContentType(),
                    etag,
                    etag.substring(0, etag.length() - 1) + "-gz\"",
                    plain,
                    plain.length < SMALLEST_COMPRESSED ? null : compress(plain));
        }

        boolean isFresh(long now, long millis) {
            return revision == now && millis < until;
        }

        long size() {
            return plain.length + (compressed == null ? 0L : compressed.length);
        }

        void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
            var packed = compressed != null && acceptsGzip(request) ? compressed : null;
            for (var header : headers) {
                response.setHeader(header.name(), header.value());
            }
            response.setHeader(HttpHeaders.ETAG, packed == null ? etag : etagCompressed);
            response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
            if (isKnown(request.getHeader(HttpHeaders.IF_NONE_MATCH))) {
                response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
                return;
            }
            var body = packed == null ? plain : packed;
            if (packed != null) {
                response.setHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
            }
            response.setContentType(contentType);
            response.setContentLength(body.length);
            if (!request.getMethod().equals("HEAD")) {
                response.getOutputStream().write(body);
            }
        }

        private boolean isKnown(@Nullable String tags) {
            if (tags == null) {
                return false;
            }
            for (var tag : tags.split(",")) {
                var known = tag.strip();
                if (known.startsWith("W/")) {
                    known = known.substring(2);
                }
                if (known.equals(etag) || known.equals(etagCompressed) || known.equals("*")) {
                    return true;
                }
            }
            return false;
        }

        private static boolean acceptsGzip(HttpServletRequest request) {
            var accepted = request.getHeader(HttpHeaders.ACCEPT_ENCODING);
            return accepted != null && accepted.contains("gzip") && !accepted.contains("gzip;q=0");
        }

        private static byte[] compress(byte[] plain) throws IOException {
            var bytes = new ByteArrayOutputStream(plain.length / 3);
            try (var gzip = new GZIPOutputStream(bytes)) {
                gzip.write(plain);
            }
            return bytes.toByteArray();
        }
    }
}
