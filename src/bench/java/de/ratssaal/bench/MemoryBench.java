package de.ratssaal.bench;

import java.util.ArrayList;
import java.util.List;

/** What a signed-in session holds of the server's memory: objects that live after a full collection, with and without. */
final class MemoryBench implements Measurement {

    private static final int WARM_UP = 20;

    @Override
    public String what() {
        return "bytes of the server's memory for each signed-in session [sessions]";
    }

    @Override
    public void run(List<String> arguments) throws Exception {
        var sessions = arguments.isEmpty() ? 100 : Integer.parseInt(arguments.getFirst());
        try (var hall = Hall.of(2 * (sessions + WARM_UP) + 1)) {
            var real = hall.browser(0);
            var script = new PushedPage.Script(real);
            hall.open(real, "live");
            var members = new ArrayList<Member>();
            var pages = new ArrayList<PushedPage>();
            var next = 1;
            for (var it = 0; it < WARM_UP; it++) {
                members.add(hall.member(next++));
                pages.add(new PushedPage(hall.member(next++), script));
            }
            var empty = hall.program().living();
            for (var it = 0; it < sessions; it++) {
                members.add(hall.member(next++));
            }
            var signedIn = hall.program().living();
            for (var it = 0; it < sessions; it++) {
                pages.add(new PushedPage(hall.member(next++), script));
            }
            var open = hall.program().living();
            System.out.printf(
                    "signed in: %,d bytes each; signed in with the running meeting of %d members open: %,d bytes each"
                            + " (%d sessions; goal 500,000)%n",
                    (signedIn - empty) / sessions, hall.sessions().size(), (open - signedIn) / sessions, sessions);
            for (var page : pages) {
                page.close();
            }
        }
    }
}
