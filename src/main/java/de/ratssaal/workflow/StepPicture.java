package de.ratssaal.workflow;

import java.util.List;

/**
 * One step in the picture of a process.
 *
 * @param inOrder whether its offices are asked one after the other
 * @param isAutomatic whether it happens by itself
 */
public record StepPicture(
        String name, StepKind kind, boolean inOrder, boolean isAutomatic, List<StationPicture> stations) {

    public StepPicture {
        stations = List.copyOf(stations);
    }

    public boolean isDone() {
        return stations.stream()
                .allMatch(it -> it.state() == StationState.DONE || it.state() == StationState.PASSED_OVER);
    }

    public boolean isNow() {
        return stations.stream().anyMatch(it -> it.state() == StationState.ASKED);
    }
}
