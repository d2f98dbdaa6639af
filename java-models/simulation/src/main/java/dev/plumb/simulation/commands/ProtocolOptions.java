package dev.plumb.simulation.commands;

import dev.plumb.simulation.drive.SimulationProblems;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which protocol, of how many nodes. */
final class ProtocolOptions {
    @Parameters(paramLabel = "PROTOCOL", description = "The name of a protocol, such as twophase.")
    private String protocol = "";

    @Option(
            names = "--nodes",
            paramLabel = "N",
            defaultValue = "3",
            description = "Replicas or resource managers; a coordinator comes extra (default: ${DEFAULT-VALUE}).")
    private int nodes = 3;

    String protocol() {
        return protocol;
    }

    int nodes() {
        return atLeastOne("--nodes", nodes);
    }

    static int atLeastOne(String option, int given) {
        return (int) atLeast(1, option, given);
    }

    static long atLeastOne(String option, long given) {
        return atLeast(1, option, given);
    }

    static long atLeast(int least, String option, long given) {
        if (given < least) {
            throw SimulationProblems.tooFew(option, given, least);
        }
        return given;
    }
}
