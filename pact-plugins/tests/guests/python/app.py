"""A plugin that does what its configuration says, to see what the host makes of it."""

import datetime
import encodings.idna  # noqa: F401 (names of hosts need it)
import os
import random
import socket
import sys
import time
import uuid

from pact_plugin import Failure, Finding, Message, Plugin, Refusal, looking_at


class Check(Plugin):
    def check(self, graph, request):
        return getattr(self, request.config.get("does", "find"))(graph)

    def find(self, graph):
        objectives = graph.nodes("objective")
        print("objectives:", *graph.ids(objectives))
        print("a warning", file=sys.stderr)
        for objective, labelled in zip(objectives, graph.has("label", objectives)):
            if labelled:
                yield Finding("rule", objective, Message("message", node=objective, number=7), help="help")

    def refused(self, graph):
        try:
            graph.nodes("member")
        except Refusal as refusal:
            print(refusal)
        return []

    def fail(self, graph):
        for objective in looking_at(graph.nodes("objective")):
            print(self.broken(objective))
        return []

    def broken(self, objective):
        return {}["nothing"]

    def give_up(self, graph):
        raise Failure("the objectives have no weights")

    def not_caught(self, graph):
        graph.nodes("member")

    def probe(self, graph):
        before = time.monotonic()
        time.sleep(3600)
        print("slept", round(time.monotonic() - before), "s")
        print("wall", time.time(), datetime.date.today())
        print("random", random.random(), random.SystemRandom().random(), uuid.uuid4(), hash("text"), os.urandom(4).hex())
        print("environment", dict(os.environ), sys.argv)
        print("input", repr(sys.stdin.read()))
        for name, attempt in {
            "read": lambda: open("/etc/passwd"),
            "write": lambda: open("out.txt", "w"),
            "list": lambda: os.listdir("/"),
            "tcp": lambda: socket.create_connection(("127.0.0.1", 80)),
            "udp": lambda: socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b"x", ("127.0.0.1", 53)),
            "name": lambda: socket.getaddrinfo("example.org", 80),
            "process": lambda: os.system("true"),
        }.items():
            try:
                print(name, "went through:", attempt())
            except Exception as error:
                print(name, "is refused:", type(error).__name__, error)
        return []

    def nothing(self, graph):
        return []

    def exit(self, graph):
        os._exit(3)

    def sys_exit(self, graph):
        sys.exit("enough")

    def deep(self, graph):
        return self.deep(graph)

    def eat(self, graph):
        kept = []
        while True:
            kept.append(bytearray(1 << 20))

    def loop(self, graph):
        while True:
            pass

    def chatter(self, graph):
        for line in range(20_000):
            print("line", line)
        return []

    def work(self, graph):
        """Something of the size of a check: columns of all objectives, and a finding for each."""
        objectives = graph.nodes("objective")
        graph.ids(objectives)
        graph.words("level", objectives)
        graph.edges("supports", objectives)
        return []
