"""A systemd service for one machine, closed by the directives that `systemd-analyze security` weighs.

Source: systemd.exec(5), systemd.resource-control(5).
"""

from __future__ import annotations

from modelyard.packaging.facts import DRAIN_SECONDS, GRACE_SECONDS, MANAGEMENT_PORT, PORT, Facts

_UNIT = """# Written by `modelyard package`. Install it as README.md beside it says.
[Unit]
Description=Modelyard serves {name} ({family} for {task})
Documentation=file:/opt/modelyard/{name}/README.md
After=network.target
StartLimitIntervalSec=300
StartLimitBurst=5

[Service]
Type=exec
User=modelyard
Group=modelyard
ExecStart=/opt/modelyard/{name}/venv/bin/modelyard serve /opt/modelyard/{name}/model/{name} \\
    --host 127.0.0.1 --port {port} --management-port {management} --threads {threads} \\
    --keys /etc/modelyard/{name}.keys.txt{trust}
Environment=PYTHONDONTWRITEBYTECODE=1 PYTHONUNBUFFERED=1 HOME=/tmp
Environment=OMP_NUM_THREADS={threads} TOKENIZERS_PARALLELISM=false ORT_DISABLE_TELEMETRY=1
Restart=on-failure
RestartSec=2
KillMode=mixed
TimeoutStartSec={start}
TimeoutStopSec={stop}

# Sizes: measured when this was written ({peak:.0f} MB at most), and a margin.
MemoryMax={memory}M
MemorySwapMax=0
CPUQuota={cpu}%
TasksMax=128
LimitNOFILE=4096
LimitCORE=0

# Nothing may be written but a temporary folder of its own. (ProcSubset=pid is left out: ONNX Runtime reads
# /proc/cpuinfo to choose its kernels.)
ProtectSystem=strict
ProtectHome=yes
PrivateTmp=yes
PrivateDevices=yes
PrivateUsers=yes
PrivateIPC=yes
ProtectProc=invisible
ProtectClock=yes
ProtectHostname=yes
ProtectKernelLogs=yes
ProtectKernelModules=yes
ProtectKernelTunables=yes
ProtectControlGroups=yes
DevicePolicy=closed
UMask=0077

# No privileges, and none to be had.
NoNewPrivileges=yes
CapabilityBoundingSet=
AmbientCapabilities=
RestrictSUIDSGID=yes
RestrictRealtime=yes
RestrictNamespaces=yes
RemoveIPC=yes
KeyringMode=private
LockPersonality=yes
SystemCallArchitectures=native
SystemCallFilter=@system-service
SystemCallFilter=~@privileged @resources
SystemCallErrorNumber=EPERM

# It answers this machine only: a proxy with TLS stands before it. Widen both lines to change that.
RestrictAddressFamilies=AF_INET AF_INET6 AF_UNIX
IPAddressDeny=any
IPAddressAllow=localhost

[Install]
WantedBy=multi-user.target
"""
_USERS = """# systemd-sysusers makes the account that the service runs as.
u modelyard - "Modelyard model server" - -
"""


def systemd(facts: Facts) -> dict[str, str]:
    """The unit and the account it runs as."""
    unit = _UNIT.format(
        name=facts.name,
        family=facts.family,
        task=facts.task,
        port=PORT,
        management=MANAGEMENT_PORT,
        threads=facts.threads,
        start=facts.start_seconds,
        stop=GRACE_SECONDS + DRAIN_SECONDS,
        peak=facts.measured.peak_bytes / 1e6,
        memory=facts.memory_bytes >> 20,
        cpu=100 * facts.cpus,
        trust="".join(f" {part}" for part in facts.trusting(f"/etc/modelyard/{facts.name}.trust")),
    )
    return {f"modelyard-{facts.name}.service": unit, "modelyard.sysusers.conf": _USERS}
