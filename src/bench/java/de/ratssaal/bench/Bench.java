package de.ratssaal.bench;

import static java.util.Map.entry;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** What can be measured, by name. Each measurement prints its figure and what it is compared with, from the same run. */
final class Bench {

    private static final Map<String, Measurement> ALL = new TreeMap<>(Map.ofEntries(
            entry("ballot", new BallotBench()),
            entry("conference", new ConferenceBench()),
            entry("live", new LiveBench()),
            entry("memory", new MemoryBench()),
            entry("packet", new PacketBench()),
            entry("portal", new PortalBench()),
            entry("search", new SearchBench()),
            entry("start", new StartBench()),
            entry("urn", new UrnBench()),
            entry("verify", new VerifyBench()),
            entry("votes", new VoteBench())));

    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        var measurement = arguments.length == 0 ? null : ALL.get(arguments[0]);
        if (measurement == null) {
            System.out.println("What can be measured:");
            ALL.forEach((name, it) -> System.out.printf("  ./ratssaal bench %-12s %s%n", name, it.what()));
            System.exit(arguments.length == 0 ? 0 : 2);
            return;
        }
        // a browser that was opened would keep the program running after a failure
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> {
            failure.printStackTrace();
            Runtime.getRuntime().exit(1);
        });
        measurement.run(Arrays.asList(arguments).subList(1, arguments.length));
        System.exit(0);
    }
}
