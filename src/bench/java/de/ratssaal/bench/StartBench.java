package de.ratssaal.bench;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** From {@code ./ratssaal run} on a new folder to the portal with the demo city and the sign-in page, built before. */
final class StartBench implements Measurement {

    @Override
    public String what() {
        return "seconds from ./ratssaal run to usable pages, first start with demo city and second start [rounds]";
    }

    @Override
    public void run(List<String> arguments) throws Exception {
        var rounds = arguments.isEmpty() ? 3 : Integer.parseInt(arguments.getFirst());
        Program.build();
        var first = new ArrayList<Double>();
        var again = new ArrayList<Double>();
        for (var round = 0; round < rounds; round++) {
            var folder = Files.createTempDirectory("ratssaal-bench");
            first.add(secondsToPages(folder, false));
            again.add(secondsToPages(folder, true));
        }
        System.out.printf(
                "first start with the demo city: %.1f s (median of %d, longest %.1f s); goal: 30 s%n",
                Figures.of(first).median(), rounds, Figures.of(first).greatest());
        System.out.printf(
                "start on existing data: %.1f s (median of %d, longest %.1f s); goal: 10 s%n",
                Figures.of(again).median(), rounds, Figures.of(again).greatest());
    }

    private static double secondsToPages(Path folder, boolean remove) throws Exception {
        var start = System.nanoTime();
        var program = Program.start(folder);
        try (var client = HttpClient.newHttpClient()) {
            for (var page : List.of("/", "/organizations", "/app/login")) {
                var answer = client.send(
                        HttpRequest.newBuilder(program.address().resolve(page)).build(),
                        HttpResponse.BodyHandlers.ofString());
                if (answer.statusCode() != 200) {
                    throw new IOException("%s answers %d".formatted(page, answer.statusCode()));
                }
            }
            return (System.nanoTime() - start) / 1e9;
        } finally {
            if (remove) {
                program.close();
            } else {
                program.stop();
            }
        }
    }
}
