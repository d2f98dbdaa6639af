package @package@;

import dev.plumb.junit.CheckModel;
import dev.plumb.junit.ValidTrace;
import dev.plumb.refinement.Recorder;
import org.junit.jupiter.api.Test;

class @Name@Test {
    @CheckModel("@Name@.cfg")
    void one_client_at_a_time_holds_it() {}

    @Test
    @ValidTrace(spec = "@Name@")
    void it_goes_from_one_client_to_the_next(Recorder service) {
        @Name@ shared = new @Name@(service);
        shared.acquire("c1");
        shared.acquire("c2"); // is refused: what the service records must be a behaviour of the specification
        shared.release("c1");
        shared.acquire("c2");
    }
}
