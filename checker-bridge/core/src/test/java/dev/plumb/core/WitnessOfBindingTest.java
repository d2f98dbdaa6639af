package dev.plumb.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumb.kernel.TlcJar;
import dev.plumb.traces.Trace;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Our verdicts beside those of stock TLC on the generated modules, where a binding says what events are. */
class WitnessOfBindingTest {
    private static final String HEADER = "{'plumb':1}";

    @TempDir
    Path folder;

    private Fixture specs;

    @BeforeEach
    void write_a_spec_and_a_binding() {
        specs = new Fixture(folder)
                .module(
                        "Bank",
                        "EXTENDS Naturals, Sequences",
                        "CONSTANT Account",
                        "VARIABLES balance, sent, log",
                        "vars == <<balance, sent, log>>",
                        "Init == balance = [a \\in Account |-> 2] /\\ sent = {} /\\ log = <<>>",
                        "Withdraw(a, n) == /\\ balance[a] >= n",
                        "                  /\\ balance' = [balance EXCEPT ![a] = @ - n]",
                        "                  /\\ sent' = sent \\cup {n}",
                        "                  /\\ log' = Append(log, a)",
                        "Deposit(a, n) == n \\in sent /\\ sent' = sent \\ {n} /\\ balance' = [balance EXCEPT ![a] = @ + n] /\\ log' = log",
                        "Lose(n) == n \\in sent /\\ sent' = sent \\ {n} /\\ UNCHANGED <<balance, log>>",
                        "Next == (\\E a \\in Account, n \\in 1..2 : Withdraw(a, n) \\/ Deposit(a, n)) \\/ (\\E n \\in sent : Lose(n))",
                        "Spec == Init /\\ [][Next]_vars")
                .config("Bank", "SPECIFICATION Spec", "CONSTANT Account = {a, b}")
                .module(
                        "BankBinding",
                        "EXTENDS Bank",
                        "OnPaid(e) == Withdraw(e.process, e.args.amount)",
                        "OnMoved(e) == IF e.args[1] = \"out\" THEN Withdraw(e.args[2], 1) ELSE Deposit(e.args[2], 1)",
                        "OnTransfer_1(e) == Withdraw(e.args.from, e.args.amount)",
                        "OnTransfer_2(e) == Deposit(e.args.to, e.args.amount)",
                        "OnAudit(e) == UNCHANGED vars",
                        "OnMint(e) == balance' = [balance EXCEPT ![e.process] = @ + 1] /\\ sent' = {} /\\ log' = log",
                        "Silent == \\E n \\in sent : n > 1 /\\ Lose(n)");
    }

    private void agrees(boolean conforms, String... events) throws IOException {
        String[] lines = new String[events.length + 1];
        lines[0] = HEADER;
        System.arraycopy(events, 0, lines, 1, events.length);
        agrees(conforms, new Traces(folder).part(lines).read());
    }

    private void agrees(boolean conforms, Trace trace) throws IOException {
        Model model = specs.module("Bank");
        Outcome ours = new TraceCheck(model, TlcJar.find()).check(trace, "").outcome();
        assertThat(ours).isEqualTo(conforms ? new Outcome.Conforms() : new Outcome.Diverges());
        assertThat(StockTlc.conforms(trace, model, folder.resolve("witness"))).contains(conforms);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{'process':'a','action':'paid','args':{'amount':2}}; {'process':'a','action':'paid','args':{'amount':3}}",
                "{'action':'moved','args':['out','b']}; {'action':'moved','args':['in','b']}",
                "{'action':'audit','state':{'balance':{'a':2}}}; {'action':'audit','state':{'balance':{'a':1}}}",
                "{'action':'Withdraw','args':['a',1]}; {'action':'Withdraw','args':['a',3]}",
                "{'action':'transfer','args':{'from':'a','to':'b','amount':1},'state':{'balance':{'b':3}}};"
                        + " {'action':'transfer','args':{'from':'a','to':'b','amount':1},'state':{'balance':{'b':2}}}",
                "{'action':'transfer','args':{'from':'a','to':'b','amount':2},'before':{'balance':{'a':2}}};"
                        + " {'action':'transfer','args':{'from':'a','to':'b','amount':2},'before':{'balance':{'a':0}}}",
                "{'action':'transfer','args':{'from':'a','to':'b','amount':1},'state':{'log':{'#appended':['a']}}};"
                        + " {'action':'transfer','args':{'from':'a','to':'b','amount':1},'state':{'log':{'#appended':[]}}}",
                "{'action':'transfer','args':{'from':'a','to':'b','amount':1},'state':{'sent':{'#added':[]}}};"
                        + " {'action':'transfer','args':{'from':'a','to':'b','amount':1},'state':{'sent':{'#added':[1]}}}",
            })
    void agrees_on_an_event_and_on_its_rejected_sibling(String accepted, String rejected) throws IOException {
        agrees(true, accepted);
        agrees(false, rejected);
    }

    @Test
    void agrees_that_a_binding_cannot_allow_what_the_spec_does_not() throws IOException {
        String paid = "{'process':'a','action':'paid','args':{'amount':1}}";
        agrees(true, paid, "{'process':'a','action':'mint'}");
        agrees(false, "{'process':'a','action':'mint'}", paid);
    }

    @ParameterizedTest
    @CsvSource({"2, true", "1, false"})
    void agrees_on_what_is_not_recorded(int amount, boolean conforms) throws IOException {
        agrees(
                conforms,
                "{'process':'a','action':'paid','args':{'amount':" + amount + "}}",
                "{'process':'a','action':'audit','state':{'sent':{'#set':[]}}}");
    }

    @ParameterizedTest
    @CsvSource({"1, true", "2, false"})
    void agrees_on_several_steps_between_those_of_another_part(int amount, boolean conforms) throws IOException {
        String transfer = "{'action':'transfer','args':{'from':'a','to':'b','amount':1},'state':{'balance':{'a':0}}}";
        agrees(
                conforms,
                new Traces(folder)
                        .part("{'plumb':1,'trace':'t'}", transfer.replace("{'action'", "{'process':'p','action'"))
                        .part(
                                "{'plumb':1,'trace':'t'}",
                                "{'process':'a','action':'paid','args':{'amount':" + amount + "}}")
                        .read());
    }
}
