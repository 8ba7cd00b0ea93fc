#!/usr/bin/env python3
"""Cold starts, from the start of a process to its first answer: median of 15 runs each (RUNS=n: of n), wall clock and processor time.

    python3 benchmarks/cold-start.py FOLDER     FOLDER: where .ci/aot FOLDER published the native program

Needs a build of the solution in Release. The program of tests/CommunityOfPractice.AotApp, called with `start`, builds the container, proposes and
launches a community of 14, records 60 activities and assesses its health, in memory. The host docs/samples/MinimalApi is timed to its first answer
of GET /communities, on an SQLite file whose migrations were applied before, and once on none.
"""
import os, resource, signal, statistics, subprocess, sys, tempfile, time, urllib.request

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
APP = f'{ROOT}/tests/CommunityOfPractice.AotApp/bin/Release/net10.0/CommunityOfPractice.AotApp.dll'
HOST = f'{ROOT}/docs/samples/MinimalApi/bin/Release/net10.0/MinimalApi.dll'
RUNS = int(os.environ.get('RUNS', 15))


def processor():
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def program(command):
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True)


def host(database):
    env = dict(os.environ, ASPNETCORE_URLS='http://127.0.0.1:0', ConnectionStrings__Sqlite=f'Data Source={database}')
    process = subprocess.Popen(['dotnet', HOST], cwd=os.path.dirname(HOST), env=env, stdout=subprocess.PIPE, text=True)
    for line in process.stdout:
        if 'Now listening on: ' in line:
            request = urllib.request.Request(line.split('on: ')[1].strip() + '/communities', headers={'X-Actor': 'host:intranet'})
            urllib.request.urlopen(request).read()
            break
    answered = time.perf_counter()
    process.send_signal(signal.SIGKILL)
    process.wait()
    return answered


def measure(name, run):
    walls, processors = [], []
    for _ in range(RUNS + 1):
        before, start = processor(), time.perf_counter()
        end = run() or time.perf_counter()
        walls.append(end - start)
        processors.append(processor() - before)
    # the first run warms the disk cache and is left out
    print(f'{name:45} {statistics.median(walls[1:]) * 1000:8.0f} ms wall {statistics.median(processors[1:]) * 1000:8.0f} ms processor')


with tempfile.TemporaryDirectory() as folder:
    print(f'median of {RUNS} runs; {os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}')
    measure('library in memory, native', lambda: program([f'{sys.argv[1]}/aot/CommunityOfPractice.AotApp', 'start']))
    measure('library in memory, just-in-time', lambda: program(['dotnet', APP, 'start']))
    measure('MinimalApi on SQLite', lambda: host(f'{folder}/kept.db'))
    number = iter(range(RUNS + 1))
    measure('MinimalApi on SQLite, no database yet', lambda: host(f'{folder}/new-{next(number)}.db'))
