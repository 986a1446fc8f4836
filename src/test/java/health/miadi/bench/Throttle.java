package health.miadi.bench;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;

/**
 * The network and the processor that a page is measured with, as Chromium's own tools slow them down.
 *
 * @param down bits a second, 0 for no limit
 * @param up bits a second, 0 for no limit
 * @param latencyMillis added to every request
 * @param processor how many times slower it is, 1 for as it is
 */
record Throttle(String name, int down, int up, int latencyMillis, int processor) {
    static final Throttle NONE = new Throttle("as it is", 0, 0, 0, 1);

    /** What the browser's tools call "Fast 4G", and what the name means to most people. */
    static final Throttle FAST_4G = new Throttle("Fast 4G, processor 4 times slower", 8_100_000, 1_350_000, 165, 4);

    /** What the browser's tools call "Slow 4G", which was "Fast 3G" before. */
    static final Throttle SLOW_4G = new Throttle("Slow 4G, processor 4 times slower", 1_440_000, 675_000, 562, 4);

    Throttle with(int slower) {
        return new Throttle("processor " + slower + " times slower", down, up, latencyMillis, slower);
    }

    void applyTo(CDPSession tools) {
        var network = new JsonObject();
        network.addProperty("offline", false);
        network.addProperty("latency", latencyMillis);
        network.addProperty("downloadThroughput", down == 0 ? -1 : down / 8);
        network.addProperty("uploadThroughput", up == 0 ? -1 : up / 8);
        tools.send("Network.enable");
        tools.send("Network.emulateNetworkConditions", network);
        var rate = new JsonObject();
        rate.addProperty("rate", processor);
        tools.send("Emulation.setCPUThrottlingRate", rate);
    }
}
