package de.ratssaal.bench;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Requests sent as fast as a number of connections carries them.
 *
 * @param milliseconds from each request to its answer
 */
record Rush(double seconds, List<Double> milliseconds) {

    /**
     * @param expected stands in the answer to a request that was accepted
     * @throws IllegalStateException if one was not
     */
    static Rush of(URI server, List<byte[]> requests, int connections, String expected) throws Exception {
        var next = new AtomicInteger();
        var work = new ArrayList<Callable<List<Double>>>();
        for (var connection = 0; connection < connections; connection++) {
            work.add(() -> send(server, requests, next, expected));
        }
        var waits = new ArrayList<Double>();
        try (var threads = Executors.newFixedThreadPool(connections)) {
            var start = System.nanoTime();
            for (var done : threads.invokeAll(work)) {
                waits.addAll(done.get());
            }
            return new Rush((System.nanoTime() - start) / 1e9, waits);
        }
    }

    private static List<Double> send(URI server, List<byte[]> requests, AtomicInteger next, String expected)
            throws Exception {
        var waits = new ArrayList<Double>();
        try (var connection = new RawConnection(server)) {
            for (var it = next.getAndIncrement(); it < requests.size(); it = next.getAndIncrement()) {
                var start = System.nanoTime();
                var answer = connection.send(requests.get(it));
                waits.add((System.nanoTime() - start) / 1e6);
                if (answer.status() != 200 || !answer.body().contains(expected)) {
                    throw new IllegalStateException(answer.toString());
                }
            }
        }
        return waits;
    }
}
