package de.ratssaal.publication.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import de.ratssaal.base.ChangeNotices;
import de.ratssaal.publication.PublicRegister;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

@DisplayName("A reader whose line is slow")
class SlowReaderTest {

    /** Two addresses that are made one after the other: their texts have the same hash. */
    private static final String ONE = "/Aa";

    private static final String OTHER = "/BB";

    private final CountDownLatch writing = new CountDownLatch(1);
    private final CountDownLatch lineIsFree = new CountDownLatch(1);

    private final ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor();

    @AfterEach
    void freeTheLine() {
        lineIsFree.countDown();
        readers.close();
    }

    @ParameterizedTest(name = "of a page that may be remembered: {0}")
    @ValueSource(booleans = {true, false})
    @DisplayName("keeps nobody else waiting")
    void keepsNobodyWaiting(boolean remembered) throws Exception {
        assertThat(ONE.hashCode()).isEqualTo(OTHER.hashCode());
        var register = mock(PublicRegister.class);
        when(register.revision()).thenReturn(1L);
        var cache = new PageCache(register, mock(ChangeNotices.class), Clock.systemUTC());
        FilterChain chain = (request, response) -> {
            if (remembered) {
                request.setAttribute(PageCache.MAY_BE_REMEMBERED, true);
            }
            response.getOutputStream().write("Seite".getBytes(StandardCharsets.UTF_8));
        };

        var slow = CompletableFuture.runAsync(() -> read(cache, ONE, new SlowAnswer(), chain), readers);
        assertThat(writing.await(10, TimeUnit.SECONDS)).isTrue();
        var answer = new MockHttpServletResponse();
        CompletableFuture.runAsync(() -> read(cache, OTHER, answer, chain), readers)
                .get(10, TimeUnit.SECONDS);

        assertThat(answer.getContentAsString()).isEqualTo("Seite");
        assertThat(slow).isNotDone();
        lineIsFree.countDown();
        slow.get(10, TimeUnit.SECONDS);
    }

    private static void read(PageCache cache, String path, MockHttpServletResponse answer, FilterChain chain) {
        try {
            cache.doFilter(new MockHttpServletRequest("GET", path), answer, chain);
        } catch (IOException | ServletException e) {
            throw new IllegalStateException(e);
        }
    }

    private final class SlowAnswer extends MockHttpServletResponse {

        @Override
        public ServletOutputStream getOutputStream() {
            return new ServletOutputStream() {

                @Override
                public void write(int one) {
                    writing.countDown();
                    try {
                        lineIsFree.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                }

                @Override
                public boolean isReady() {
                    return true;
                }

                @Override
                public void setWriteListener(WriteListener listener) {
                    throw new UnsupportedOperationException();
                }
            };
        }
    }
}
