package de.ratssaal.bench;

import java.util.List;

/** Something that can be measured. */
interface Measurement {

    /** What it measures, in one line. */
    String what();

    void run(List<String> arguments) throws Exception;
}
