// Made from ../javascript/ by `make bundle`: never edit this file.
function niceStep(extent2,wanted){let rough=extent2/Math.max(wanted,1),power=10**Math.floor(Math.log10(rough));
return[1,2,5,10].map(factor=>factor*power).find(step=>step>=rough)??10*power}function ticks(low,high,wanted){if(!(high>
low))return[low];let step=niceStep(high-low,wanted),marks=[];for(let i=Math.ceil(low/step-1e-9);i*step<=high+1e-9*
step;i++)marks.push(i*step||0);return marks}function tickText(value,step,largest2=Math.abs(value)){Math.abs(value)<
1e-9*step&&(value=0);let below=-Math.floor(Math.log10(step)+1e-9),above=Math.floor(Math.log10(Math.abs(value)||
1)+1e-9),short=largest2<1e6&&below<=5;return!short&&value===0?"0":(short?value.toFixed(Math.max(0,below)):value.
toExponential(Math.min(Math.max(above+below,0),12))).replace(/^-(0\.?0*)$/,"$1").replace("-","−")}function offsetOf(marks){
let[low,high]=[marks[0],marks[marks.length-1]];if(!(high>low)||low<=0&&high>=0)return 0;let[near2,far]=[Math.abs(
low),Math.abs(high)].sort((a,b)=>a-b),digits=(value,power2)=>Math.floor(value/10**power2),down=(from,stop)=>{let power2=from;
for(;!stop(power2);)power2--;return power2+1},whole=Math.ceil(Math.log10(far)),power=down(whole,p=>digits(near2,
p)!==digits(far,p));(far-near2)/10**power<=.01&&(power=down(whole,p=>digits(far,p)-digits(near2,p)>1));let kept=digits(
far,power);return kept>=1e3?Math.sign(low)*Number((kept*10**power).toPrecision(15)):0}function compact(value){
return(Math.abs(value)>=1e6||value!==0&&Math.abs(value)<.001?value.toExponential().replace("e+","e"):String(value)).
replaceAll("-","−")}function extent(values,stride,offset){let low=1/0,high=-1/0;for(let i=offset;i<values.length;i+=
stride)low=Math.min(low,values[i]),high=Math.max(high,values[i]);return[low,high]}function linear([low,high],[
from,to]){let factor=(to-from)/(high-low||1);return{low,high,to:value=>from+(value-low)*factor,back:pixel=>low+
(pixel-from)/factor}}function reach([low,high]){return high-low>1e-12*Math.max(Math.abs(low),Math.abs(high))?high-
low:0}function alone(ranges){return Math.max(1,...ranges.flat().map(value=>1e3*1e-12*Math.abs(value)))}function padded(range,margin=.08){
let pad=margin*(reach(range)||alone([range]));return[range[0]-pad,range[1]+pad]}function planeScales(xs,ys,box,margin=.08){
let reaches=[reach(xs),reach(ys)],[smaller,larger]=[...reaches].sort((a,b)=>a-b),equal=!(smaller>0&&smaller<.25*
larger),shared=larger||alone([xs,ys]),sizes=[box.width,box.height],units=sizes.map((pixels,i)=>pixels/(reaches[i]+
2*margin*(equal?shared:reaches[i])));equal&&(units=units.fill(Math.min(...units)));let[x,y]=[xs,ys].map(([low,
high],i)=>{let half=sizes[i]/units[i]/2;return[low+(high-low)/2-half,low+(high-low)/2+half]});return{equal,units,
x:linear(x,[box.left,box.left+box.width]),y:linear(y,[box.top+box.height,box.top])}}function contour(values,nx,ny,level){
let pieces=[];for(let j=0;j<ny-1;j++)for(let i=0;i<nx-1;i++){let at=j*nx+i,corners=[values[at],values[at+1],values[at+
nx+1],values[at+nx]],crossings=[];for(let side=0;side<4;side++){let a=corners[side]-level,b=corners[(side+1)%4]-
level;if(a<0==b<0)continue;let t=a/(a-b);crossings.push([[i+t,j],[i+1,j+t],[i+1-t,j+1],[i,j+1-t]][side])}for(let c=0;c+
1<crossings.length;c+=2)pieces.push([...crossings[c],...crossings[c+1]])}return pieces}var LABEL=.86,TITLE=1.6;function mark(context,x,y,dx,dy){context.beginPath(),context.moveTo(x,y),context.lineTo(
x+dx,y+dy),context.stroke()}function labelFont(context,look){context.font=`${LABEL*look.size*look.scale}px ${look.
family}`}function labelled(low,high,wanted,shifted=!1){let step=niceStep(high-low,wanted),values=ticks(low,high,
wanted),offset=shifted?offsetOf(values):0,largest2=Math.max(...values.map(value=>Math.abs(value-offset)));return values.
map(value=>({value,offset,text:tickText(value-offset,step,largest2)}))}function titled(title,marks){let offset=marks[0]?.
offset;return offset?`${title} ${offset>0?"−":"+"} ${compact(Math.abs(offset))}`:title}function widest(context,marks){
return marks.reduce((most,{text})=>Math.max(most,context.measureText(text).width),0)}function across(context,low,high,pixels,em){
let wanted=Math.min(8,pixels/(4.5*em)),marks=labelled(low,high,wanted,!0);for(;wanted>1&&marks.length*(widest(
context,marks)+em)>pixels;)wanted/=1.5,marks=labelled(low,high,wanted,!0);return marks}function upwards(y,height,em,most=8,shifted=!1){
return labelled(y.low,y.high,Math.min(most,height/(3.5*em)),shifted)}function roomForLabels(context,marks,look){
labelFont(context,look);let em=look.size*look.scale;return Math.ceil((TITLE+.7+widest(context,marks)/em)*2)*.5*
em}function drawFrame(context,box,look){context.strokeStyle=look.line,context.lineWidth=look.scale,context.strokeRect(
box.left,box.top,box.width,box.height),context.fillStyle=look.soft,labelFont(context,look)}function drawBottom(context,box,x,title,look,{
own,note=""}={}){let em=look.size*look.scale;context.textAlign="center",context.textBaseline="top";let marks=own??
across(context,x.low,x.high,box.width,em);for(let{value,text}of marks)mark(context,x.to(value),box.top+box.height,
0,.3*em),context.fillText(text,x.to(value),box.top+box.height+.4*em);context.fillText(titled(title,marks)+note,
box.left+box.width/2,box.top+box.height+1.7*em)}function drawLeft(context,box,y,marks,title,look,length=-.3*look.
size*look.scale){let em=look.size*look.scale;context.textAlign="right",context.textBaseline="middle";for(let{value,
text}of marks)mark(context,box.left,y.to(value),length,0),context.fillText(text,box.left-.45*em,y.to(value));context.
save(),context.translate(.75*em,box.top+box.height/2),context.rotate(-Math.PI/2),context.textAlign="center",context.
fillText(titled(title,marks),0,0),context.restore()}var WINDOW=12,GAP_MILLISECONDS=6;function shownHalfSteps(trace,h,layers){if(!layers.zoom)return[0,Math.max(trace.
last,1)];let from=Math.max(0,Math.min(h-WINDOW,trace.last-2*WINDOW));return[from,Math.max(Math.min(from+2*WINDOW,
trace.last),from+1)]}function nllRange(trace,from,to,layers){let low=1/0,high=-1/0,seen=value=>{Number.isFinite(
value)&&(low=Math.min(low,value),high=Math.max(high,value))},after=trace.nll.subarray(1).some(Number.isFinite)?
Math.max(from,2):from;for(let h=Math.min(after,to);h<=to;h++)seen(trace.nllAt(h)),layers.bound&&seen(trace.nllAt(
h)+gapIfKnown(trace,h));if(high<low)return{low:0,high:1,clipped:!1};let room=Math.max(high-low,1e-9*Math.abs(high),
1e-9),start=from<2?trace.nll[0]:-1/0,clipped=start-low>4*room&&to>2;return high=clipped?high+.25*room:Math.max(
high,start),high-low<1e-6&&([low,high]=[low-.5,high+.5]),{low,high,clipped}}function iterations(x,wanted){let step=Math.
max(1,niceStep((x.high-x.low)/2,Math.min(8,wanted))),marks=[];for(let i=Math.ceil(x.low/2/step)*step;2*i<=x.high;i+=
step)marks.push({value:2*i,text:String(i)});return marks}function gapIfKnown(trace,h){let effective=trace.effective(
h);return effective%2||trace.own.size?trace.gap(h):trace.gaps[effective>>1]}function computeGaps(trace,from,to,h){
let begun=performance.now();trace.gap(h);for(let distance=1;distance<=to-from;distance++)for(let other of[h-distance,
h+distance])if(!(other<Math.max(from,1)||other>to||!Number.isNaN(gapIfKnown(trace,other)))&&(trace.gap(other),
performance.now()-begun>GAP_MILLISECONDS))return!1;return!0}var LOG_2PI=Math.log(2*Math.PI);function rowLength(K,D){return K*(1+D+D*(D+1)/2)}function componentCount(length,D){
return length/rowLength(1,D)}function meanOf(row,K,D,k){return row.subarray(K+k*D,K+(k+1)*D)}function covarianceOf(row,K,D,k){
let full=new Float64Array(D*D),at=K+K*D+k*D*(D+1)/2;for(let i=0;i<D;i++)for(let j=0;j<=i;j++)full[i*D+j]=full[j*
D+i]=row[at++];return full}function cholesky(full,D){let L=new Float64Array(D*D);for(let i=0;i<D;i++)for(let j=0;j<=
i;j++){let sum=full[i*D+j];for(let m=0;m<j;m++)sum-=L[i*D+m]*L[j*D+m];if(i===j){if(!(sum>0))return null;L[i*D+
i]=Math.sqrt(sum)}else L[i*D+j]=sum/L[j*D+j]}return L}function weightedLogProb(X,N,D,row,K,out){let z=new Float64Array(
D);for(let k=0;k<K;k++){let L=cholesky(covarianceOf(row,K,D,k),D),mean=meanOf(row,K,D,k),constant=Math.log(row[k])-
.5*D*LOG_2PI;for(let i=0;L&&i<D;i++)constant-=Math.log(L[i*D+i]);for(let n=0;n<N;n++){let squared=0;for(let i=0;L&&
i<D;i++){let sum=X[n*D+i]-mean[i];for(let j=0;j<i;j++)sum-=L[i*D+j]*z[j];z[i]=sum/L[i*D+i],squared+=z[i]*z[i]}
out[n*K+k]=L?constant-.5*squared:-1/0}}return out}function normalise(logProb,N,K){let nll=0;for(let at=0;at<N*
K;at+=K){let largest2=-1/0;for(let k=0;k<K;k++)largest2=Math.max(largest2,logProb[at+k]);let sum=0;for(let k=0;k<
K;k++)sum+=logProb[at+k]=Math.exp(logProb[at+k]-largest2);for(let k=0;k<K;k++)logProb[at+k]/=sum;nll-=largest2+
Math.log(sum)}return nll}function responsibilities(X,N,D,row,K,out){return normalise(weightedLogProb(X,N,D,row,
K,out),N,K)}function klGap(r,X,N,D,row,K,scratch){responsibilities(X,N,D,row,K,scratch);let sum=0;for(let i=0;i<
N*K;i++)r[i]>0&&(sum+=r[i]*(Math.log(r[i])-Math.log(Math.max(scratch[i],5e-324))));return Math.max(sum,0)}function projected(row,K,plane,k){
let{D,origin,axes,shown}=plane,mean=meanOf(row,K,D,k),full=covarianceOf(row,K,D,k),place=[0,0],spread=[0,0,0];
for(let i=0;i<D;i++){for(let a=0;a<shown;a++)place[a]+=(mean[i]-origin[i])*axes[i*shown+a];for(let j=0;j<D;j++){
let value=full[i*D+j],x=axes[i*shown],y=shown>1?axes[i*shown+1]:0;spread[0]+=x*value*axes[j*shown],shown>1&&(spread[1]+=
x*value*axes[j*shown+1],spread[2]+=y*value*axes[j*shown+1])}}return{weight:row[k],place,spread}}function ellipse([
xx,xy,yy]){let middle=(xx+yy)/2,radius=Math.hypot((xx-yy)/2,xy);return{long:Math.sqrt(Math.max(middle+radius,0)),
short:Math.sqrt(Math.max(middle-radius,0)),angle:.5*Math.atan2(2*xy,xx-yy)}}function planarDensity(parts,x,y){
let sum=0;for(let{weight,place,spread}of parts){let[xx,xy,yy]=spread,determinant=xx*yy-xy*xy;if(!(determinant>
0))continue;let dx=x-place[0],dy=y-place[1],squared=(yy*dx*dx-2*xy*dx*dy+xx*dy*dy)/determinant;sum+=weight*Math.
exp(-.5*squared)/(2*Math.PI*Math.sqrt(determinant))}return sum}function lineDensity({weight,place,spread},x){let squared=(x-
place[0])**2/spread[0];return weight*Math.exp(-.5*squared)/Math.sqrt(2*Math.PI*spread[0])}function nameOf(h){return h===0?"start":h%2?"E":"M"}function iterationOf(h){return Math.ceil(h/2)}function paramsIndex(h){
return h>>1}function responsibilitiesIndex(h){return h===0?-1:h-1>>1}var Trace=class{constructor({run,params,nll,
own},data){this.words=run,this.data=data,this.K=run.n_components,this.nll=nll,this.last=run.last,this.width=rowLength(
this.K,data.D),this.params=params,this.own=new Map;let size=data.N*this.K;run.own.forEach((i,at)=>own&&this.own.
set(i,own.subarray(at*size,(at+1)*size))),this.gaps=new Float64Array(this.nll.length).fill(NaN),this.kept={index:-1,
values:new Float64Array(size)},this.scratch=null,this.regCovar=0}get failed(){return this.words.ended==="faile\
d"?this.last:-1}effective(h){return h===this.failed?h-1:h}rowAt(i){return this.params.subarray(i*this.width,(i+
1)*this.width)}row(h){return this.rowAt(paramsIndex(this.effective(h)))}nllAt(h){return this.nll[paramsIndex(this.
effective(h))]}responsibilities(h){let index=responsibilitiesIndex(this.effective(h));return index<0?null:this.
own.get(index)??this._computed(index)}isOwn(h){return this.own.has(responsibilitiesIndex(this.effective(h)))}_computed(index){
let{X,N,D}=this.data;return this.kept.index!==index&&(responsibilities(X,N,D,this.rowAt(index),this.K,this.kept.
values),this.kept.index=index),this.kept.values}gap(h){if(h=this.effective(h),h===0||this.data.isPart)return NaN;
if(h%2)return this.isOwn(h)?this._klGap(h):0;let i=paramsIndex(h);return Number.isNaN(this.gaps[i])&&(this.gaps[i]=
this._klGap(h)),this.gaps[i]}_klGap(h){let{X,N,D}=this.data;this.scratch??(this.scratch=new Float64Array(N*this.
K));let r=this.responsibilities(h);return klGap(r,X,N,D,this.row(h),this.K,this.scratch)}rises(h){return this.
words.rises.includes(h)}},Data=class{constructor({data,X,origin,axes,truth}){this.D=origin.length,this.N=X.length/
this.D,this.X=X,this.labels=data.labels,this.isPart=this.N<(data.n_samples??0),this.note=data.note,this.plane=
{D:this.D,origin,axes,shown:data.labels.length},this.truth=truth&&data.truth?{K:data.truth,row:truth}:null,this.
places=this._places()}_places(){let{D,origin,axes,shown}=this.plane,places=new Float64Array(2*this.N);for(let n=0;n<
this.N;n++)for(let a=0;a<shown;a++){let sum=0;for(let i=0;i<D;i++)sum+=(this.X[n*D+i]-origin[i])*axes[i*shown+
a];places[2*n+a]=sum}return places}};var Chart=class{constructor(canvas){this.canvas=canvas,this.context=canvas.getContext("2d"),this.framed=null}halfStepAt(px){
if(!this.framed)return null;let{box,x}=this.framed;return px>=box.left-box.width/40&&px<=box.left+1.025*box.width?
Math.round(x.back(px)):null}draw({trace,h,layers,look,marked}){let{context,canvas}=this;if(context.fillStyle=look.
paper,context.fillRect(0,0,canvas.width,canvas.height),!trace)return!0;let em=look.size*look.scale,[from,to]=shownHalfSteps(
trace,h,layers),done=!layers.bound||computeGaps(trace,from,to,h),{low,high,clipped}=nllRange(trace,from,to,layers),
[top,height]=[.6*em,canvas.height-3.7*em],y=linear([low,high],[top+height-.5*em,top+.5*em]),marks=upwards(y,height,
em,7),left=roomForLabels(context,marks,look),box={left,top,width:canvas.width-left-.8*em,height},x=linear([from,
Math.max(to,from+1)],[box.left+.4*em,box.left+box.width-.6*em]);return this.framed={box,x},drawFrame(context,box,
look),drawLeft(context,box,y,marks,"negative log-likelihood",look,box.width),drawBottom(context,box,x,"iterati\
on",look,{own:iterations(x,box.width/(4*em))}),context.save(),context.beginPath(),context.rect(box.left,box.top,
box.width,box.height),context.clip(),layers.bound&&this._bound(trace,from,to,x,y,look),this._curve(trace,from,
to,x,y,look,layers),context.restore(),this._events(trace,from,to,x,y,look,box),clipped&&from===0&&this._startNote(
trace,box,look),layers.bound&&this._legend(box,look),marked&&this._marker(trace,h,x,y,look,layers,box),done}_curve(trace,from,to,x,y,look,layers){
let{context}=this;context.strokeStyle=look.ink,context.lineWidth=2*look.scale,context.lineJoin="round",context.
beginPath();for(let h=from;h<=to;h++)context.lineTo(x.to(h),y.to(trace.nllAt(h)));if(context.stroke(),!(to-from>
4*WINDOW))for(let h=from;h<=to;h++){let points=layers.bound?[trace.nllAt(h),trace.nllAt(h)+trace.gap(h)]:[trace.
nllAt(h)];context.fillStyle=nameOf(h)==="E"?look.E:nameOf(h)==="M"?look.M:look.ink,points.forEach(value=>this.
_dot(x.to(h),y.to(value),3*look.scale,nameOf(h)))}}_dot(x,y,r,name){let{context}=this;context.beginPath(),name===
"M"?context.rect(x-.88*r,y-.88*r,1.76*r,1.76*r):context.arc(x,y,r,0,2*Math.PI),context.fill()}_bound(trace,from,to,x,y,look){
let{context}=this,known=[];for(let h=Math.max(from,1);h<=to;h++)Number.isNaN(gapIfKnown(trace,h))||known.push(
h);let bound=h=>trace.nllAt(h)+gapIfKnown(trace,h);context.fillStyle=look.M,context.globalAlpha=.25,context.beginPath(),
known.forEach(h=>context.lineTo(x.to(h),y.to(bound(h)))),[...known].reverse().forEach(h=>context.lineTo(x.to(h),
y.to(trace.nllAt(h)))),context.fill(),context.globalAlpha=1,context.strokeStyle=look.M,context.lineWidth=1.8*look.
scale,context.setLineDash([6*look.scale,4*look.scale]),context.beginPath(),known.forEach(h=>context.lineTo(x.to(
h),y.to(bound(h)))),context.stroke(),context.setLineDash([])}_events(trace,from,to,x,y,look,box){let{context}=this;
context.fillStyle=context.strokeStyle=look.alarm;let size=5*look.scale;for(let h of trace.words.rises){if(h<from||
h>to)continue;let py=Math.max(y.to(trace.nllAt(h)),box.top+size);context.beginPath(),context.moveTo(x.to(h),py-
1.4*size),context.lineTo(x.to(h)+size,py+.6*size),context.lineTo(x.to(h)-size,py+.6*size),context.fill()}if(trace.
failed>=from&&trace.failed<=to){let px=x.to(trace.failed);context.lineWidth=2.5*look.scale,context.setLineDash(
[4*look.scale,4*look.scale]),mark(context,px,box.top,0,box.height),context.setLineDash([]);let py=y.to(trace.nllAt(
trace.failed));mark(context,px-size,py-size,2*size,2*size),mark(context,px-size,py+size,2*size,-2*size)}}_marker(trace,h,x,y,look,layers,box){
let{context}=this,em=look.size*look.scale,name=nameOf(h),color=name==="E"?look.E:name==="M"?look.M:look.ink,px=x.
to(h),py=Math.max(y.to(trace.nllAt(h)),box.top);if(context.strokeStyle=color,context.lineWidth=look.scale,mark(
context,px,box.top+box.height,0,Math.min(0,py-box.top-box.height)),layers.bound&&trace.gap(h)>0){let top=Math.
max(y.to(trace.nllAt(h)+trace.gap(h)),box.top);context.lineWidth=3.5*look.scale,mark(context,px,py,0,top-py)}let discs=[
[look.paper,.58*em],[color,.42*em]];for(let[fill,r]of discs)context.fillStyle=fill,this._dot(px,py,r,name)}_legend(box,look){
let{context}=this,em=look.size*look.scale,lines=[["NLL",look.ink,[]],["bound (NLL + KL)",look.M,[6,4]]];labelFont(
context,look);let width=context.measureText(lines[1][0]).width+2.6*em,left=box.left+box.width-width-.4*em;context.
fillStyle=look.paper,context.fillRect(left,box.top+.3*em,width,2.7*em),context.textAlign="left",context.textBaseline=
"middle",lines.forEach(([text,color,dash],i)=>{let y=box.top+(1+1.3*i)*em;context.strokeStyle=color,context.lineWidth=
2*look.scale,context.setLineDash(dash.map(length=>length*look.scale)),mark(context,left+.2*em,y,1.6*em,0),context.
setLineDash([]),context.fillStyle=look.soft,context.fillText(text,left+2.2*em,y)})}_startNote(trace,box,look){
let{context}=this,em=look.size*look.scale;labelFont(context,look),context.textAlign="left",context.textBaseline=
"top";let text=`↑ start: ${trace.nll[0].toFixed(1)}`,left=box.left+1.6*em;context.fillStyle=look.paper,context.
fillRect(left-.2*em,box.top+.3*em,context.measureText(text).width+.4*em,1.1*em),context.fillStyle=look.soft,context.
fillText(text,left,box.top+.4*em)}};var KINDS={f8:Float64Array,f4:Float32Array,i4:Int32Array};function unpack(bytes){let block=new Uint8Array(bytes.
byteLength);block.set(new Uint8Array(bytes.buffer??bytes,bytes.byteOffset??0,bytes.byteLength));let headLength=new DataView(
block.buffer).getUint32(0,!0),head=JSON.parse(new TextDecoder().decode(block.subarray(4,4+headLength))),arrays={};
for(let[name,{dtype,shape,offset}]of Object.entries(head.arrays)){let length=shape.reduce((product,n)=>product*
n,1);arrays[name]=new KINDS[dtype](block.buffer,4+headLength+offset,length)}return{words:head.words,arrays}}async function decompress(bytes){
let stream=new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate")),{words,arrays}=unpack(new Uint8Array(
await new Response(stream).arrayBuffer()));return{words,arrays:{...arrays,params:fromPlanes(arrays.params,words.
planes)}}}function fromPlanes(packed,{shape:[nRows,nColumns],dropped,order}){let planes=new Uint8Array(packed.
buffer,packed.byteOffset,packed.byteLength),differences=integers(planes,nRows*nColumns),whole=new BigInt64Array(
nRows*nColumns),shift=BigInt(dropped);for(let column=0;column<nColumns;column++){let sums=new BigInt64Array(order);
for(let row=0;row<nRows;row++){sums[0]+=differences[column*nRows+row];for(let i=1;i<order;i++)sums[i]+=sums[i-
1];whole[row*nColumns+column]=sums[order-1]<<shift}}return new Float64Array(whole.buffer)}function integers(planes,n){
let bytes=new Uint8Array(8*n);for(let plane=0;plane<8;plane++)for(let i=0;i<n;i++)bytes[8*i+plane]=planes[plane*
n+i];return new BigInt64Array(bytes.buffer)}function fromBase64(text){let binary=atob(text),bytes=new Uint8Array(
binary.length);for(let i=0;i<binary.length;i++)bytes[i]=binary.charCodeAt(i);return bytes}var FORGOTTEN=8e3;function dataKey(config){return JSON.stringify([config.data,config.data==="own points"?config.
own_points:0])}function rowKey(config){let own=config.start==="own start"?config.own_start:0;return JSON.stringify(
[dataKey(config),config.n_components,config.start,config.reg_covar,own])}function runKey(config){return`${rowKey(
config)} ${config.seed}`}var Store=class{constructor(mostRuns=1/0){this.mostRuns=mostRuns,this.data=new Map,this.
traces=new Map,this.rows=new Map}take(config,{words,arrays}){if(words.row&&this.rows.set(rowKey(config),words.
row),words.problem)return{problem:words.problem};let key=dataKey(config);words.data&&this.data.set(key,new Data(
{data:words.data,...arrays}));let data=this.data.get(key);return words.run&&data&&this._keep(runKey(config),new Trace(
{run:words.run,...arrays},data)),this.get(config)}_keep(key,trace){this.traces.delete(key),this.traces.set(key,
trace),this.traces.size>this.mostRuns&&this.traces.delete(this.traces.keys().next().value)}get(config){let trace=this.
traces.get(runKey(config));return trace&&{trace,data:trace.data}}},KernelSource=class{constructor(model,store){
this.model=model,this.store=store,this.waiting=new Map,this.next=null,this.client=Math.random().toString(36).slice(
2),this.asked=0,this.canRun=!0,this.missing="That run was not kept, and Python no longer holds this explorer.",
model.on("msg:custom",(message,buffers)=>this._answered(message,buffers))}has(config){return this.canRun||!!this.
store.get(config)}ask(config,row,answered,chosen=!1){if(!this.canRun){answered(this.store.get(config)??{problem:this.
missing});return}let what=`${runKey(config)} ${row}`,now=performance.now(),open2=[...this.waiting.values()].filter(
asked2=>now-asked2.at<FORGOTTEN),same=[...open2,chosen&&this.next].find(asked2=>asked2?.what===what);if(same){
same.listeners.push(answered);return}let asked={what,at:now,config,row,chosen,listeners:[answered]};this.next=
chosen?asked:this.next,chosen?open2.some(other=>other.chosen)?setTimeout(()=>this._sendNext(asked),FORGOTTEN):
this._sendNext(asked):this._send(asked)}_sendNext(asked=this.next){!asked||asked!==this.next||(this.next=null,
this._send({...asked,at:performance.now()}))}_send(asked){let{config,row,listeners}=asked,request=++this.asked,
known=this.store.data.get(dataKey(config));this.waiting.set(request,asked);try{this.model.send({client:this.client,
request,config,data:!known||known.isPart,row})}catch{this.waiting.delete(request);for(let listener of listeners)
listener({problem:this.missing,isLost:!0})}}_answered({client,request},buffers){let asked=this.waiting.get(request);
if(!asked||client!==this.client)return;this.waiting.delete(request);let answer=this.store.take(asked.config,unpack(
buffers[0]));asked.chosen&&this._sendNext();for(let listener of asked.listeners)listener(answer)}},PageSource=class{constructor(page,store){
this.page=page,this.store=store,this.canRun=!1,this.isPage=!0,this.missing="This page holds no such run: open \
the notebook to compute it."}has(config){let{grid}=this.page;return["data","start","reg_covar"].every(name=>config[name]===
this.page.config[name])&&`${config.n_components} ${config.seed}`in grid}async ask(config,_row,answered){if(!this.
has(config)){answered({problem:this.missing});return}this.store.data.has(dataKey(config))||this.store.take(config,
unpack(fromBase64(this.page.data)));let packed=this.page.grid[`${config.n_components} ${config.seed}`],content=await decompress(
fromBase64(packed));content.words.row=this.page.rows[config.n_components],answered(this.store.take(config,content))}async unpackAll(){
for(let cell of Object.keys(this.page.grid)){let[n_components,seed]=cell.split(" ").map(Number),config={...this.
page.config,n_components,seed};this.store.get(config)||await this.ask(config,!0,()=>{})}}};var IDLE=350,Filler=class{constructor(app,atlas){this.app=app,this.atlas=atlas,this.key="",this.timer=0}get shown(){
return!this.atlas.element.hidden}toggle(){return this.atlas.element.hidden=this.shown,this.shown&&this._restart(),
this.shown}close(){clearTimeout(this.timer),this.atlas.element.hidden=!0}follow(){let{n_components,seed}=this.
app.config;this.shown&&this.key!==tableKey(this.app.config)&&this._restart(),this.atlas.choose(n_components,seed)}showRow(config){
let row=this.app.store.rows.get(rowKey(config));row&&this.key===tableKey(config)&&this.atlas.showRow(config.n_components,
row)}_restart(){let{config}=this.app;this.key=tableKey(config);let own=config.start==="own start";this.atlas.clear(
own?"A start of your own fits one K only: there are no other runs to compare it with.":""),this._showAll(),this.
_fill()}_showAll(){for(let n_components of this.app.options.counts)this.showRow({...this.app.config,n_components})}_missing(){
let{config,options,store}=this.app;if(config.start==="own start")return null;let here=config.n_components;for(let n_components of[
here,...options.counts.filter(count=>count!==here)]){let row=store.rows.get(rowKey({...config,n_components})),
seed=options.seeds.find(candidate=>!row?.[candidate]);if(seed!==void 0)return{...config,n_components,seed}}return null}_fill(){
clearTimeout(this.timer);let{app,key}=this;if(!this.shown)return;let wait=app.touched+IDLE-performance.now();if(wait>
0||app.player.playing){this.timer=setTimeout(()=>this._fill(),Math.max(wait,IDLE));return}let config=this._missing();
if(!config){this._showAll();return}app.source.ask(config,!0,answer=>{this.showRow(config),!answer.problem&&key===
this.key&&this._fill()})}};function tableKey(config){return rowKey({...config,n_components:0})}var PRIVATE="data-lm-suppress-shortcuts",CELL=".jp-Cell";var ACTIONS={ArrowRight:["move",1],ArrowLeft:["move",-1],ArrowUp:["move",2],ArrowDown:["move",-2],Home:["first"],
End:["last"]," ":["play"],K:["change","n_components",1],k:["change","n_components",-1],S:["change","seed",1],s:[
"change","seed",-1],"+":["faster",1],"-":["faster",-1],f:["fullscreen"],Escape:["leave"]},ARROWS=["ArrowRight",
"ArrowLeft","ArrowUp","ArrowDown","Home","End"];function isTyping({tag="",type=""}){return tag==="INPUT"&&!["c\
heckbox","radio","range"].includes(type)}function isLent({key,shiftKey,altKey,ctrlKey,metaKey}){return!!(ctrlKey||
metaKey||key==="Enter"&&(shiftKey||altKey))}function actionOf(key,target={},modified=!1){if(modified||!Object.
hasOwn(ACTIONS,key))return null;if(key==="Escape")return ACTIONS[key];let{tag="",type=""}=target;if(isTyping(target)||
tag==="SELECT"||tag==="TEXTAREA")return null;let pressed=["BUTTON","SUMMARY"].includes(tag)||tag==="INPUT"&&type!==
"range";return key===" "&&pressed||ARROWS.includes(key)&&type==="range"?null:ACTIONS[key]}var Keyboard=class{constructor(app){
this.app=app,app.element.addEventListener("keydown",event=>this._pressed(event)),this.lend=event=>app.element.
contains(event.target)&&this._lend(event),window.addEventListener("keydown",this.lend,!0)}close(){window.removeEventListener(
"keydown",this.lend,!0)}_lend(event){let{key,shiftKey,altKey,ctrlKey,metaKey}=event,target=event.target,lent=isLent(
event);if(target.toggleAttribute(PRIVATE,!lent),!(lent&&key==="Enter"&&isTyping({tag:target.tagName,type:target.
type})))return;event.preventDefault(),event.stopImmediatePropagation();let{stage}=this.app;stage.focus();let again={
key,code:"Enter",keyCode:13,shiftKey,altKey,ctrlKey,metaKey};stage.dispatchEvent(new KeyboardEvent("keydown",{
...again,bubbles:!0,cancelable:!0}))}_leave(){if(document.fullscreenElement)return;let cell=this.app.element.closest(
CELL);cell?cell.focus():document.activeElement?.blur()}_pressed(event){let{tagName,type}=event.target,modified=event.
ctrlKey||event.metaKey||event.altKey,action=actionOf(event.key,{tag:tagName,type},modified);if(!action)return;
event.preventDefault(),event.stopPropagation();let[name,...rest]=action;this._do(name,...rest)}_change(name,by){
let{options,config}=this.app;if(!options.controls.includes(name))return;let values=name==="seed"?options.seeds:
options.counts,value=config[name]+by;values.includes(value)&&this.app.change({[name]:value})}_do(name,...rest){
let{app}=this;({move:by=>app.move(by),first:()=>app.go(0),last:()=>app.go(1/0),play:()=>app.player.toggle(),change:(what,by)=>this.
_change(what,by),faster:by=>app.player.faster(by),fullscreen:()=>app.surroundings.toggleFullScreen(),leave:()=>this.
_leave()})[name](...rest)}};function make(tag,attributes={},...children){let element=document.createElement(tag);for(let[name,value]of Object.
entries(attributes))name.startsWith("on")?element.addEventListener(name.slice(2),value):value===!0?element.setAttribute(
name,""):value!==!1&&value!=null&&element.setAttribute(name,value);for(let child of children)child!=null&&element.
append(child);return element}var SVG="http://www.w3.org/2000/svg";function sign(path){let svg=document.createElementNS(
SVG,"svg"),shape=document.createElementNS(SVG,"path");shape.setAttribute("d",path);for(let[name,value]of Object.
entries({viewBox:"0 0 16 16","aria-hidden":"true",class:"emx-sign"}))svg.setAttribute(name,value);return svg.append(
shape),svg}function choice(label,options,onchange){let select=make("select",{"aria-label":label,onchange:()=>onchange(
select.value)}),element=make("label",{},make("span",{},label),select),show=values=>select.replaceChildren(...values.
map(v=>make("option",{value:v},v)));return show(options),{element,select,show,choose:value=>{let same=option2=>option2.
value===String(value)||Number(option2.value)===value,option=[...select.options].find(same)??make("option",{},String(
value));option.parentElement||select.append(option),select.value=option.value}}}function tick(label,onchange,title){
let input=make("input",{type:"checkbox",onchange:()=>onchange(input.checked)});return{element:make("label",{class:"\
emx-tick",title},input,label),input}}function stepper(label,low,high,onchange){let step=by=>onchange(Math.min(
Math.max(Number(output.textContent)+by,low),high)),less=make("button",{type:"button","aria-label":`${label}: o\
ne less`,onclick:()=>step(-1)},"−"),more=make("button",{type:"button","aria-label":`${label}: one more`,onclick:()=>step(
1)},"+"),output=make("output",{},"");return{element:make("div",{class:"emx-stepper",role:"group","aria-label":label},
make("span",{},label),less,output,more),show:value=>{output.textContent=String(value),less.disabled=value<=low,
more.disabled=value>=high}}}var DRAWN=["ellipses","trails","contours","truth"],ENDS={running:"still running",converged:"converged",max_iter:"\
not converged",stopped:"stopped",failed:"failed"};function number(value){return Number.isFinite(value)?(Math.abs(
value)>=1e6||value!==0&&Math.abs(value)<.005?value.toExponential(2):value.toFixed(2)).replace("-","−"):"not \
known"}function remedyAt(element){return element.closest("[data-voila]")?"reload the page":"run the cell again"}
function announce(h){let name=nameOf(h);return name==="start"?"Start":`${name}-step`}function halfStep(h){return`\
the ${nameOf(h)}-step of iteration ${iterationOf(h)}`}function ending(trace,canRun=!0,h=trace.last){if(h!==trace.
last)return trace.failed<0?"":`, fails at ${halfStep(trace.failed)}`;let{ended}=trace.words;return ended==="ru\
nning"&&!canRun?", no more of this run was kept":ended==="max_iter"&&trace.last<2?"":`, ${ENDS[ended]}`}function weightsOf(trace,h){
return`weights ${Array.from(trace.row(h).subarray(0,trace.K),weight=>weight.toFixed(2)).join(" · ")}`}function position(trace,h){
return trace.last<2?`NLL ${number(trace.nllAt(h))}`:`iteration ${iterationOf(h)} of ${iterationOf(trace.last)}\
, NLL ${number(trace.nllAt(h))}`}function explain(trace,h,boundShown){let withBound=boundShown&&!trace.data.isPart;
if(h===trace.failed)return trace.words.message;let name=nameOf(h);if(name==="start")return`The starting parame\
ters; no responsibilities have been computed yet.${trace.failed<0?"":` EM fails at ${halfStep(trace.failed)}: ${trace.
words.message}`}`;let gap=withBound?trace.gap(h):NaN;if(name==="E"){if(trace.isOwn(h))return`Each sample is sh\
ared among the components as your e_step says, which is not the posterior.${gap>1e-6?` The bound stays ${number(
gap)} above the NLL.`:""}`;let what2="Each sample is shared among the components as the mixture in the picture\
 says.";return withBound?`${what2} The bound touches the NLL.`:what2}let change=trace.nllAt(h)-trace.nllAt(h-2),
what=trace.rises(h)?`The NLL rises by ${number(change)}: an exact M-step after an exact E-step never does that${ridge(
trace,h)}.`:`Weights, means and covariances are fitted to these responsibilities; the NLL ${change<0?`falls by\
 ${number(-change)}`:"stays"}.`,last=h===trace.last?[trace.words.message,trace.words.flaw].filter(Boolean).map(
text=>` ${text}`).join(""):"",bound=withBound?` These responsibilities are now out of date: the bound is ${number(
gap)} above the NLL.`:"";return what+bound+last}function ridge(trace,h){return trace.words.ridged?.includes(h)?
` (but reg_covar = ${trace.regCovar} moves the M-step off its optimum)`:""}function describe(config,data,trace,h,layers){
let colored=h===0?"in grey":{blend:"in the blend of their responsibilities",hard:"in the colour of their most \
responsible component",pie:"as pies of their responsibilities",none:"in grey"}[layers.color],drawn=DRAWN.filter(
name=>layers[name]);return`${data.N} samples of the data ${config.data} ${colored}, ${trace.K} component${trace.
K>1?"s":""}${drawn.length?` with ${drawn.join(", ")}`:""}. ${announce(h)}, ${position(trace,h)}.`}var LEVELS=[.1,1,10,100],SIGNS={poor:"▾",collapsed:"×",unfinished:"…",failed:"!",good:""},MEANINGS={good:"\
good",poor:"poor",collapsed:"collapsed",unfinished:"not converged",failed:"failed"};function levelOf([status,,
gap]){if(status==="collapsed"||status==="failed"||gap===null)return"none";let level=LEVELS.findIndex(most=>gap<=
most);return level<0?LEVELS.length:level}var Atlas=class{constructor(counts,seeds,onpick){this.onpick=onpick,this.
why="",this.cells=new Map,this.sentences=new Map,this.chosen="";let head=make("tr",{},make("th",{scope:"col"},
"K \\ seed"),...seeds.map(seed=>make("th",{scope:"col"},String(seed)))),rows=counts.map(count=>make("tr",{},make(
"th",{scope:"row"},String(count)),...seeds.map(seed=>make("td",{},this._cell(count,seed)))));this.table=make("\
table",{onkeydown:event=>this._walk(event,counts,seeds)},make("thead",{},head),make("tbody",{},...rows)),this.
sentence=make("p",{class:"emx-sentence",role:"status"},"Choose a cell to load its run."),this.element=make("di\
v",{class:"emx-atlas"},make("div",{class:"emx-scroll"},this.table),legend(),this.sentence)}_cell(count,seed){let key=`${count}\
 ${seed}`,known=()=>this.sentences.get(key)??(this.why||`K = ${count}, seed ${seed}: not computed yet.`),show=()=>this.
sentence.textContent=known(),button=make("button",{type:"button",tabindex:"-1","aria-label":`K ${count}, seed ${seed}`,
onclick:()=>this.onpick(count,seed),onfocus:show,onmouseenter:show,onmouseleave:()=>this._say(this.chosen)});return this.
cells.set(key,button),button}clear(why=""){this.sentences.clear(),this.why=why,this.sentence.textContent=why||
"Choose a cell to load its run.";for(let button of this.cells.values())button.textContent="",delete button.dataset.
level}showRow(count,row){for(let[seed,verdict]of Object.entries(row)){let key=`${count} ${seed}`,button=this.cells.
get(key);if(!button)continue;let[status,nll,,,sentence]=verdict;button.dataset.level=String(levelOf(verdict)),
button.textContent=SIGNS[status],button.setAttribute("aria-label",`K ${count}, seed ${seed}: ${MEANINGS[status]}\
, NLL ${nll===null?"not known":number(nll)}`),this.sentences.set(key,`K = ${count}, seed ${seed}. ${sentence}`)}
this.chosen.startsWith(`${count} `)&&this._say(this.chosen)}choose(count,seed){this.cells.get(this.chosen)?.removeAttribute(
"aria-current"),this.cells.get(this.chosen)?.setAttribute("tabindex","-1"),this.chosen=`${count} ${seed}`;let button=this.
cells.get(this.chosen);button?.setAttribute("aria-current","true"),button?.setAttribute("tabindex","0"),this._say(
this.chosen)}_say(key){this.sentence.textContent=this.sentences.get(key)??this.sentence.textContent}_walk(event,counts,seeds){
let move={ArrowRight:[0,1],ArrowLeft:[0,-1],ArrowDown:[1,0],ArrowUp:[-1,0]}[event.key],here=[...this.cells].find(
([,button])=>button===event.target);if(!move||!here)return;event.preventDefault(),event.stopPropagation();let[
count,seed]=here[0].split(" ").map(Number),to=`${near(counts,count,move[0])} ${near(seeds,seed,move[1])}`;here[1].
setAttribute("tabindex","-1"),this.cells.get(to)?.setAttribute("tabindex","0"),this.cells.get(to)?.focus()}};function near(values,value,by){
return values[Math.min(Math.max(values.indexOf(value)+by,0),values.length-1)]}function legend(){let swatch=(level,text)=>make(
"span",{},make("i",{"data-level":level,"aria-hidden":"true"}),text),sign2=name=>make("span",{},make("b",{"aria\
-hidden":"true"},SIGNS[name]),` ${MEANINGS[name]}`);return make("p",{class:"emx-legend"},"Final NLL above the \
best of this K: ",swatch(0,"below 0.1"),swatch(1,"1"),swatch(2,"10"),swatch(3,"100"),swatch(4,"more"),...["poo\
r","collapsed","unfinished","failed"].map(sign2))}var SPEEDS=[1,2,4,8,15,30,60],COLORINGS={blend:"blended",hard:"hard",pie:"pies",none:"grey"},CHOICES=["data","\
start","reg_covar"],SIGNS2={first:"M2 2h2v12H2zM14 2v12L5 8z",back:"M3 2h2v12H3zM13 3v10L6 8z",play:"M4 2l10 6\
-10 6z",pause:"M3 2h4v12H3zM9 2h4v12H9z",on:"M13 2h-2v12h2zM3 3v10l7-5z",last:"M14 2h-2v12h2zM2 2v12l9-6z"},LAYERS=[
["ellipses","ellipses","1 and 2 standard deviations of each component"],["trails","trails","the path that each\
 mean has taken"],["contours","density","contours of the mixture's density"],["truth","truth","the mixture the\
 data were drawn from"]],CHART_LAYERS=[["bound","bound","the upper bound NLL + KL gap (minus the lower bound o\
f the log-likelihood)"],["zoom","zoom in","only the half-steps near the marker"]];function runControls(options,change){
let has=name=>options.controls.includes(name),parts={data:choice("data",options.data,data=>change({data})),n_components:stepper(
"K",options.counts[0],options.counts[options.counts.length-1],n_components=>change({n_components})),seed:stepper(
"seed",options.seeds[0],options.seeds[options.seeds.length-1],seed=>change({seed})),start:choice("start",options.
starts,start=>change({start})),reg_covar:choice("reg_covar",options.reg_covars,value=>change({reg_covar:Number(
value)}))};return{element:make("div",{class:"emx-bar"},...Object.entries(parts).map(([name,part])=>has(name)?part.
element:null)),show:config=>{parts.n_components.show(config.n_components),parts.seed.show(config.seed);for(let name of CHOICES)
parts[name].choose(config[name])},fix:reason=>{for(let name of CHOICES)parts[name].select.disabled=!0,parts[name].
element.title=reason}}}function transport(app){let button=(name,label,keys,action)=>make("button",{type:"butto\
n","aria-label":label,title:`${label} (${keys})`,"aria-keyshortcuts":keys,onclick:action},sign(SIGNS2[name])),
first=button("first","First","Home",()=>app.go(0)),back=button("back","Half-step back","ArrowLeft",()=>app.move(
-1)),play=button("play","Play","Space",()=>app.player.toggle()),on=button("on","Half-step forward","ArrowRight",
()=>app.move(1)),last=button("last","Last","End",()=>app.go(1/0)),range=make("input",{type:"range",min:"0",step:"\
1","aria-label":"half-step",oninput:()=>app.jump(Number(range.value))}),speed=choice("speed",SPEEDS.map(String),
value=>app.player.setSpeed(Number(value)));return speed.element.title="half-steps per second (+ and −)",play.
classList.add("emx-play"),{element:make("div",{class:"emx-transport",role:"group","aria-label":"transport"},first,
back,play,on,last,range,speed.element),show:({h,end,playing,text})=>{range.max=String(end),range.value=String(
h),range.setAttribute("aria-valuetext",text),first.disabled=back.disabled=h===0,on.disabled=last.disabled=h===
end;let label=playing?"Pause":"Play";play.getAttribute("aria-label")!==label&&(play.setAttribute("aria-label",
label),play.title=`${label} (Space)`,play.replaceChildren(sign(SIGNS2[playing?"pause":"play"])))},showSpeed:value=>speed.
choose(value)}}function layerControls(layers,change){let coloring=choice("samples",Object.values(COLORINGS),text=>{
let names=Object.keys(COLORINGS);change({color:names.find(name=>COLORINGS[name]===text)})});coloring.select.value=
COLORINGS[layers.color];let boxes={},turn=(name,on)=>{change({[name]:on}),name==="bound"&&on&&!boxes.zoom.input.
checked&&boxes.zoom.input.click()},box=([name,label,title])=>(boxes[name]=tick(label,on=>turn(name,on),title),
boxes[name].input.checked=!!layers[name],boxes[name].element),left=make("div",{class:"emx-layers",role:"group",
"aria-label":"data picture"},coloring.element,...LAYERS.map(box)),right=make("div",{class:"emx-layers",role:"g\
roup","aria-label":"NLL picture"},...CHART_LAYERS.map(box));return{left,right,show:data=>{boxes.bound.input.disabled=
!!data?.isPart,boxes.truth.input.disabled=!data?.truth,boxes.truth.element.title=data?.truth?LAYERS[3][2]:"the\
 mixture these data were drawn from is not known"}}}var KEYS_HELP="Keys: ← → half-step, ↑ ↓ iteration, Home, End, space plays, K k more or fewer components, S s s\
eed, + − speed, f full screen, Esc back to the notebook.";function layout(app){let{options}=app,has=name=>options.
controls.includes(name),parts={left:make("canvas",{role:"img","aria-label":"the data"}),right:make("canvas",{role:"\
img","aria-label":"the negative log-likelihood"}),controls:runControls(options,patch=>app.change(patch)),transport:transport(
app),layerControls:layerControls(app.layers,patch=>app.setLayers(patch)),note:make("p",{class:"emx-note"}),problem:make(
"p",{class:"emx-problem",role:"alert"}),said:make("p",{class:"emx-said",role:"alert"}),badge:make("strong",{class:"\
emx-badge"}),where:make("span",{class:"emx-where"}),weights:make("span",{class:"emx-weights",title:"mixture we\
ights of components 0, 1, 2 and so on"}),why:make("p",{class:"emx-why"}),live:make("p",{class:"emx-hidden",role:"\
status"}),atlas:new Atlas(options.counts,options.seeds,(n_components,seed)=>app.change({n_components,seed})),ownPlace:make(
"div",{hidden:!has("own")})},{left,right,controls,layerControls:layers,note,problem,said,badge,where,weights,why,
live}=parts;parts.atlas.element.hidden=!0,parts.transport.showSpeed(app.player.speed);let stage=make("div",{class:"\
emx-panels",tabindex:"0",role:"group","aria-label":`Pictures of EM. ${KEYS_HELP}`},make("div",{class:"emx-pane\
l"},make("img",{hidden:!0}),left),make("div",{class:"emx-panel"},make("img",{hidden:!0}),right)),element=make(
"div",{class:"emx",role:"region","aria-label":"EM explorer",tabindex:"-1"},controls.element,problem,said,stage,
has("layers")?make("div",{class:"emx-under"},layers.left,layers.right):null,parts.transport.element,make("div",
{class:"emx-status"},badge,where,weights),why,live,note,foot(app,has),parts.atlas.element,parts.ownPlace);return{
...parts,stage,element}}function foot(app,has){let toggle=(label,action,on=!1)=>{let press=()=>button.setAttribute(
"aria-pressed",String(action())),button=make("button",{type:"button","aria-pressed":String(on),onclick:press},
label);return button},fullScreen={type:"button",onclick:()=>app.surroundings.toggleFullScreen()};return make("\
div",{class:"emx-bar emx-foot"},has("atlas")?toggle("Atlas of K and seeds",()=>app.filler.toggle()):null,has("\
view")?toggle("Large type",()=>app.surroundings.toggleLarge(),app.options.large):null,has("view")?make("button",
fullScreen,"Full screen"):null,make("details",{class:"emx-keys"},make("summary",{},"Keys"),make("p",{},KEYS_HELP)))}var GONE="Python no longer holds this explorer: it plays what it has, and computes nothing else until you",Limits=class{constructor(app){
this.app=app,this.reason=""}ofPage(){let{app}=this,{data,start}=app.config;this._set(`This page holds runs of \
the data ${data} from the start ${start}; other choices, dragging and adding points need Python.`),app.controls.
fix(this.reason)}ofKernel(alive){let{app}=this,reason=alive?"":`${GONE} ${remedyAt(app.element)}.`;reason!==this.
reason&&(app.source.canRun=alive,this._set(reason),app.waiting.end(),app.showNote(),alive||!app.trace?app.load():
app.source.has(app.config)?app.redraw():this._goBack())}_goBack(){let{app}=this;app.change(app.shown),app.say(
app.source.missing)}_set(reason){this.reason=reason,this.app.own.limit(reason);for(let canvas of[this.app.left,
this.app.right])canvas.previousElementSibling.hidden=!0,canvas.removeAttribute("aria-hidden")}keepStills(){if(this.
reason)for(let canvas of[this.app.left,this.app.right]){let still=canvas.previousElementSibling;still.src=canvas.
toDataURL(),still.alt=canvas.getAttribute("aria-label"),still.hidden=!1,canvas.setAttribute("aria-hidden","tru\
e")}}};var Scrub=class{constructor(app){this.app=app,this.pointer=null;let canvas=app.right;canvas.addEventListener("\
pointerdown",event=>this._down(event)),canvas.addEventListener("pointermove",event=>event.pointerId===this.pointer&&
this._go(event));for(let end of["pointerup","pointercancel"])canvas.addEventListener(end,()=>this.pointer=null)}_down(event){
event.button!==0||!event.isPrimary||!this._go(event)||(this.pointer=event.pointerId,this.app.right.setPointerCapture(
event.pointerId))}_go(event){let{app}=this,h=app.trace&&app.chart.halfStepAt(pixelsOf(app.right,event)[0]);return h==
null?!1:(app.jump(h),!0)}};function pixelsOf(canvas,event){let bounds=canvas.getBoundingClientRect(),scale=canvas.
width/bounds.width;return[(event.clientX-bounds.left)*scale,(event.clientY-bounds.top)*scale]}var REACH=18;function preview(row,data){let K=componentCount(row.length,data.D),nll=responsibilities(data.X,data.
N,data.D,row,K,new Float64Array(data.N*K)),run={n_components:K,last:1,ended:"running",message:"",rises:[],own:[]};
return new Trace({run,params:row,nll:Float64Array.of(nll)},data)}function withMeanAt(row,k,place,data){let moved=Float64Array.
from(row),{D,origin,axes,shown}=data.plane,at=componentCount(row.length,D)+k*D;for(let a=0;a<shown;a++){let now=0;
for(let i=0;i<D;i++)now+=(row[at+i]-origin[i])*axes[i*shown+a];for(let i=0;i<D;i++)moved[at+i]+=(place[a]-now)*
axes[i*shown+a]}return moved}var Own=class{constructor(app){this.app=app,this.adding=!1,this.wanted=this.given=
0,this.dragged=-1,this.pointer=null;let canvas=app.left;canvas.addEventListener("pointerdown",event=>this._down(
event)),canvas.addEventListener("pointermove",event=>this._move(event)),canvas.addEventListener("pointerup",event=>event.
pointerId===this.pointer&&this._drop(!0)),canvas.addEventListener("pointercancel",event=>event.pointerId===this.
pointer&&this._drop(!1));let onMean=({touches:[touch]})=>this.adding||this._meanAt(pixelsOf(canvas,touch))>=0;
canvas.addEventListener("touchstart",event=>onMean(event)&&event.preventDefault(),{passive:!1}),this.why=make(
"p",{}),this.element=this._panel()}_panel(){let number2=label=>make("input",{type:"number",step:"any",value:"0",
"aria-label":label}),[x,y,which]=[number2("x₁"),number2("x₂"),number2("component")];which.min="0";let place=()=>[
x,y].map(field=>field.value===""?NaN:Number(field.value));this.mode=tick("a click adds a point",on=>this.adding=
on,"otherwise, drag a mean to set the start");let button=(label,action)=>make("button",{type:"button",onclick:action},
label);return make("details",{class:"emx-own"},make("summary",{},"Your own start and data"),make("p",{},"Drag \
a mean: EM starts from the mixture you see, with that mean moved. Or enter numbers:"),make("div",{class:"emx-b\
ar"},make("label",{},make("span",{},"x₁"),x),make("label",{},make("span",{},"x₂"),y),make("label",{},make(
"span",{},"component"),which),button("Move its mean there",()=>this.setMean(Number(which.value),place())),button(
"Add a point there",()=>this.addPoint(place()))),make("div",{class:"emx-bar"},this.mode.element,button("Remove\
 all points",()=>this.removePoints())),this.why)}_place([px,py]){let{x,y,flat}=this.app.plane.framed;return[x.
back(px),flat?0:y.back(py)]}_meanAt([px,py]){let{trace,data,h,plane}=this.app,allowed=this.app.source.canRun&&
this.app.options.controls.includes("own");if(!trace||!allowed||!this.app.layers.ellipses||!this._fits(trace))return-1;
let reach2=REACH*(plane.canvas.width/plane.canvas.clientWidth),best=-1,nearest=reach2;for(let k=0;k<trace.K;k++){
let{x,y}=plane.placeOfMean(trace.row(h),trace.K,data,k),distance=Math.hypot(x-px,y-py);distance<nearest&&([best,
nearest]=[k,distance])}return best}_down(event){if(event.button!==0||!event.isPrimary)return;let pixels=pixelsOf(
this.app.left,event);if(this.adding){this.addPoint(this._place(pixels));return}this.dragged=this._meanAt(pixels),
!(this.dragged<0)&&(this.pointer=event.pointerId,this.app.left.setPointerCapture(event.pointerId),this.app.player.
pause())}_move(event){let pixels=pixelsOf(this.app.left,event),{app}=this;if(this.dragged>=0&&event.pointerId!==
this.pointer)return;if(this.dragged<0){app.left.style.cursor=this.adding?"crosshair":this._meanAt(pixels)<0?"":
"grab";return}let from=app.preview?.row(0)??app.trace.row(app.h);app.showPreview(preview(withMeanAt(from,this.
dragged,this._place(pixels),app.data),app.data))}_drop(kept){if(this.dragged<0)return;this.dragged=-1,this.pointer=
null;let row=this.app.preview?.row(0);kept&&row?this.app.startFrom(row):this.app.showPreview(null)}open(){this.
element.open=!0}_fits(trace){return trace.K===this.app.config.n_components&&!this.app.element.hasAttribute("ar\
ia-busy")}letGo(){this.dragged=-1,this.pointer=null}_isPlace(place){let whole=place.every(Number.isFinite);return whole||
this.app.say("Type a number for x₁ and for x₂."),whole}setMean(k,place){let{app}=this;if(this._isPlace(place)){
if(!app.trace||!this._fits(app.trace)){app.say("There is no picture of this choice yet, so there is no mean to\
 move.");return}if(!Number.isInteger(k)||!(k>=0&&k<app.trace.K)){app.say(`There is no component ${k}: the comp\
onents are 0 to ${app.trace.K-1}.`);return}app.startFrom(withMeanAt(app.trace.row(app.h),k,place,app.data))}}addPoint(place){
let{app}=this;if(!this._isPlace(place))return;if(app.data&&app.data.D!==2){app.say("Points can be added to dat\
a of two features: choose another data set.");return}let own_points=[...app.config.data==="own points"?app.config.
own_points:pointsOf(app.data),place];this._remember(),this.given=Math.min(this.wanted,own_points.length);let fewer=this.
given===app.config.n_components?{}:{n_components:this.given};app.change({data:"own points",own_points,...fewer})}removePoints(){
this._remember(),this.app.change({data:"own points",own_points:[]})}fit(config){config.own_points.length&&(this.
wanted=config.n_components,this.given=config.n_components=Math.min(this.wanted,config.own_points.length))}_remember(){
let{data,n_components}=this.app.config;(data!=="own points"||n_components!==this.given)&&(this.wanted=n_components)}limit(reason){
let controls=this.element.querySelectorAll("input, button");for(let control of controls)control.disabled=!!reason;
this.why.textContent=reason,this.letGo()}};function pointsOf(data){return data?Array.from({length:data.N},(_,n)=>[
data.X[2*n],data.X[2*n+1]]):[]}var COLORS=["#0072B2","#D55E00","#009E73","#CC79A7","#E69F00","#56B4E9","#8C6D31","#000000"],E_COLOR={light:"#\
6A3D9A",dark:"#C9A6F2"},M_COLOR={light:"#00606B",dark:"#6FD3DF"};function bytesOf(color){let hex=color.trim();
if(hex.startsWith("#")){let full=hex.length===4?hex.replace(/[0-9a-f]/gi,"$&$&"):hex;return[1,3,5].map(i=>parseInt(
full.slice(i,i+2),16))}return(hex.match(/[\d.]+/g)??[]).slice(0,3).map(Number)}function isDark(color){let[r,g,
b]=bytesOf(color);return .299*r+.587*g+.114*b<128}function lookOf(root,scale){let style=getComputedStyle(root),
paper=style.backgroundColor,dark=isDark(paper),colors=COLORS.map(color=>dark&&color==="#000000"?"#FFFFFF":color);
return{dark,paper,colors,colorBytes:colors.map(bytesOf),paperBytes:bytesOf(paper),greyBytes:bytesOf(dark?"#9A9\
A9A":"#767676"),ink:style.color,soft:dark?"#B5B5B5":"#595959",line:dark?"#4A4A4A":"#D5D5D5",alarm:dark?"#FF9E8\
0":"#A61B00",E:E_COLOR[dark?"dark":"light"],M:M_COLOR[dark?"dark":"light"],family:style.fontFamily,size:parseFloat(
style.fontSize),scale}}var polygon=corners=>(path,x,y,r)=>{corners.forEach(([dx,dy],i)=>path[i?"lineTo":"moveT\
o"](x+dx*r,y+dy*r)),path.closePath()},cross=[[-.34,-1],[.34,-1],[.34,-.34],[1,-.34],[1,.34],[.34,.34],[.34,1],
[-.34,1],[-.34,.34],[-1,.34],[-1,-.34],[-.34,-.34]],turned=cross.map(([x,y])=>[(x-y)*.75,(x+y)*.75]),tips=Array.
from({length:10},(_,i)=>{let reach2=i%2?.5:1.15;return[reach2*Math.sin(i*Math.PI/5),-reach2*Math.cos(i*Math.PI/
5)]}),MARKER_PATHS=[(path,x,y,r)=>path.arc(x,y,.9*r,0,2*Math.PI),polygon([[0,-1],[.95,.75],[-.95,.75]]),polygon(
[[-.8,-.8],[.8,-.8],[.8,.8],[-.8,.8]]),polygon([[0,-1.1],[1.1,0],[0,1.1],[-1.1,0]]),polygon([[0,1],[.95,-.75],
[-.95,-.75]]),polygon(cross),polygon(turned),polygon(tips)];var LOG_LEVELS=[.5,1.5,3,5,8,12],GRID=64;function placeOf(framed,place){return[framed.x.to(place[0]),framed.y.
to(framed.flat?0:place[1])]}var Overlay=class{constructor(context,framed){this.context=context,this.framed=framed}_parts(row,K,data){
return Array.from({length:K},(_,k)=>projected(row,K,data.plane,k))}mixture(data,trace,h,layers,look){let parts=this.
_parts(trace.row(h),trace.K,data);this.framed.flat?(layers.contours||layers.ellipses)&&this._curves(parts,layers,
look):layers.contours&&this._contours(parts,look),layers.trails&&this._trails(data,trace,h,look),layers.ellipses&&
parts.forEach((part,k)=>this._spread(part,look.colors[k%look.colors.length],look,[]))}_spread({place,spread},color,look,dash){
let{context,framed}=this;context.strokeStyle=color,context.setLineDash(dash.map(length=>length*look.scale));for(let sigmas of[
1,2]){if(context.lineWidth=(sigmas===1?2.4:1.6)*look.scale*Math.sqrt(look.size/14),context.beginPath(),framed.
flat){let level=framed.y.to(0)+(sigmas===1?3:8)*look.scale,reach2=sigmas*Math.sqrt(spread[0]);context.moveTo(framed.
x.to(place[0]-reach2),level),context.lineTo(framed.x.to(place[0]+reach2),level)}else{let[ux,uy]=framed.units,{
long,short,angle}=ellipse([spread[0]*ux*ux,spread[1]*ux*uy,spread[2]*uy*uy]),[cx,cy]=[framed.x.to(place[0]),framed.
y.to(place[1])];context.ellipse(cx,cy,long*sigmas,short*sigmas,-angle,0,2*Math.PI)}context.stroke()}context.setLineDash(
[])}_trails(data,trace,h,look){let{context,framed}=this,end=paramsIndex(trace.effective(h));context.lineWidth=
1.4*look.scale;for(let k=0;k<trace.K;k++){context.strokeStyle=context.fillStyle=look.colors[k%look.colors.length],
context.beginPath();for(let i=0;i<=end;i++){let[x2,y2]=placeOf(framed,projected(trace.rowAt(i),trace.K,data.plane,
k).place);i?context.lineTo(x2,y2):context.moveTo(x2,y2)}context.stroke();let[x,y]=placeOf(framed,projected(trace.
rowAt(0),trace.K,data.plane,k).place);context.beginPath(),context.arc(x,y,2.6*look.scale,0,2*Math.PI),context.
fill()}}_contours(parts,look){let{context,framed}=this,{box,x,y}=framed,values=new Float64Array(GRID*GRID),highest=-1/0;
for(let j=0;j<GRID;j++)for(let i=0;i<GRID;i++){let px=box.left+i/(GRID-1)*box.width,py=box.top+j/(GRID-1)*box.
height,value=Math.log(planarDensity(parts,x.back(px),y.back(py))+1e-300);values[j*GRID+i]=value,highest=Math.max(
highest,value)}context.strokeStyle=look.soft,context.lineWidth=look.scale,context.beginPath();let sx=box.width/
(GRID-1),sy=box.height/(GRID-1);for(let below of LOG_LEVELS)for(let[x1,y1,x2,y2]of contour(values,GRID,GRID,highest-
below))context.moveTo(box.left+x1*sx,box.top+y1*sy),context.lineTo(box.left+x2*sx,box.top+y2*sy);context.stroke()}_curves(parts,layers,look){
let{context,framed}=this,{box,x,y}=framed,line=(color,width,value)=>{context.strokeStyle=color,context.lineWidth=
width*look.scale,context.beginPath();for(let px=box.left;px<=box.left+box.width;px+=2*look.scale)context.lineTo(
px,y.to(value(x.back(px))));context.stroke()};layers.contours&&line(look.soft,1.6,v=>parts.reduce((sum,part)=>sum+
lineDensity(part,v),0)),layers.ellipses&&parts.forEach((part,k)=>{line(look.colors[k%look.colors.length],2,v=>lineDensity(
part,v))})}truth(data,look){if(!data.truth)return;let{K,row}=data.truth;for(let part of this._parts(row,K,data)){
this._spread(part,look.ink,look,[5,4]);let[x,y]=placeOf(this.framed,part.place);mark(this.context,x-5*look.scale,
y,10*look.scale,0),mark(this.context,x,y-5*look.scale,0,10*look.scale)}}};var star=(x,y)=>{let angle=Math.atan2(x,-y),tipped=1-Math.abs((angle/(2*Math.PI)*10+20)%2-1);return Math.hypot(
x,y)<.48+.52*(1-tipped)**1.6},SHAPES=[(x,y)=>x*x+y*y<.8,(x,y)=>y<.72&&y>1.9*Math.abs(x)-1.05,(x,y)=>Math.max(Math.
abs(x),Math.abs(y))<.78,(x,y)=>Math.abs(x)+Math.abs(y)<1.05,(x,y)=>y>-.72&&-y>1.9*Math.abs(x)-1.05,(x,y)=>Math.
min(Math.abs(x),Math.abs(y))<.34&&Math.max(Math.abs(x),Math.abs(y))<.95,(x,y)=>Math.min(Math.abs(x+y),Math.abs(
x-y))<.46&&Math.max(Math.abs(x),Math.abs(y))<.85,star];function mask(shape,radius){let inside=SHAPES[shape%SHAPES.
length],reach2=Math.ceil(radius),pixels=[];for(let dy=-reach2;dy<=reach2;dy++)for(let dx=-reach2;dx<=reach2;dx++){
let hits=0;for(let i=0;i<16;i++){let x=dx-.5+(i%4+.5)/4,y=dy-.5+(Math.floor(i/4)+.5)/4;inside(x/radius,y/radius)&&
hits++}if(hits){let turn=(Math.atan2(dx,-dy)/(2*Math.PI)+1)%1||.01;pixels.push({dx,dy,cover:hits/16,turn})}}return{
n:pixels.length,reach:reach2,dx:Int32Array.from(pixels,({dx})=>dx),dy:Int32Array.from(pixels,({dy})=>dy),cover:Float64Array.
from(pixels,({cover})=>cover),turn:Float64Array.from(pixels,({turn})=>turn)}}var PointImage=class{constructor(width,height,pixels){
this.width=width,this.height=height,this.bytes=pixels,this.words=new Uint32Array(pixels.buffer,pixels.byteOffset,
width*height),this.masks=new Map}clear([r,g,b]){this.words.fill((255<<24|b<<16|g<<8|r)>>>0)}_masks(radius){let known=this.
masks.get(radius)??SHAPES.map((_,shape)=>mask(shape,radius));return this.masks.set(radius,known),known}draw({at,
r,K,how,colors,grey,paper,radius,halo}){let N=at.length/2,stamps=this._masks(radius),halos=this._masks(radius+
1);for(let n=0;n<N;n++){let x=Math.round(at[2*n]),y=Math.round(at[2*n+1]),most=r?largest(r,n*K,K):0,shape=r&&how!==
"pie"?most%SHAPES.length:0;halo&&this._stamp(x,y,halos[shape],paper,halo),r?how==="pie"?this._pie(x,y,stamps[0],
r,n*K,K,colors):how==="hard"?this._stamp(x,y,stamps[shape],colors[most],1):this._stamp(x,y,stamps[shape],mixed(
r,n*K,K,colors),1):this._stamp(x,y,stamps[0],grey,1)}}_stamp(x,y,stamp,color,strength){if(!this._reaches(x,y,stamp))
return;let{bytes,words}=this,{n,dx,dy,cover}=stamp,{0:r,1:g,2:b}=color,full=(255<<24|Math.round(b)<<16|Math.round(
g)<<8|Math.round(r))>>>0;for(let p=0;p<n;p++){let at=(y+dy[p])*this.width+x+dx[p],share=cover[p]*strength;if(share===
1){words[at]=full;continue}let i=4*at;bytes[i]+=(r-bytes[i])*share,bytes[i+1]+=(g-bytes[i+1])*share,bytes[i+2]+=
(b-bytes[i+2])*share}}_pie(x,y,stamp,r,at,K,colors){if(!this._reaches(x,y,stamp))return;let{bytes}=this;for(let p=0;p<
stamp.n;p++){let k=0;for(let sum=r[at];sum<=stamp.turn[p]&&k<K-1;sum+=r[at+k])k++;let i=4*((y+stamp.dy[p])*this.
width+x+stamp.dx[p]);for(let c=0;c<3;c++)bytes[i+c]+=(colors[k][c]-bytes[i+c])*stamp.cover[p]}}_reaches(x,y,{reach:reach2}){
return x>=reach2&&y>=reach2&&x<this.width-reach2&&y<this.height-reach2}};function largest(r,at,K){let most=0;for(let k=1;k<
K;k++)r[at+k]>r[at+most]&&(most=k);return most}var mixture=new Float64Array(3);function mixed(r,at,K,colors){mixture.
fill(0);for(let k=0;k<K;k++)if(!(r[at+k]<1e-4))for(let c=0;c<3;c++)mixture[c]+=r[at+k]*colors[k][c];return mixture}var RADII=[[300,4.6],[1500,3.8],[5e3,2.6],[1/0,1.9]],EMPTY=5,RUG=.2,Plane=class{constructor(canvas){this.canvas=
canvas,this.context=canvas.getContext("2d"),this.pixels=this.context.createImageData(1,1),this.image=new PointImage(
1,1,this.pixels.data),this.framed={}}_frame(data,look,keep){let{width,height}=this.canvas,same=this.framed;if(same.
data===data&&same.width===width&&same.height===height&&same.size===look.size)return;let flat=data.plane.shown===
1,xs=extent(data.places,2,0),ys=extent(data.places,2,1),stays=keep&&same.units&&!flat&&!same.flat&&same.width===
width&&holds(same,xs,ys),{box,x,y,units,equal}=stays?same:this._fitted(xs,ys,flat,look),at=new Float64Array(2*
data.N);for(let n=0;n<data.N;n++){at[2*n]=x.to(data.places[2*n]);let rug=box.height*(1-RUG*(.15+.7*(n*.618034%
1)));at[2*n+1]=flat?box.top+rug:y.to(data.places[2*n+1])}this.framed={data,width,height,size:look.size,box,x,y,
units,equal,flat,at};let pixels=this.context.createImageData(width,height);this.pixels=pixels,this.image=new PointImage(
width,height,pixels.data)}_fitted(xs,ys,flat,look){let{width,height}=this.canvas,em=look.size*look.scale,left=3.4*
em;for(let tries=0;;tries++){let box={left,top:.6*em,width:width-left-.6*em,height:height-3.7*em},scales=flat?
flatScales(xs,box):planeScales(xs,ys,box),room=Math.max(3.4*em,roomForLabels(this.context,upwards(scales.y,box.
height,em,8,!flat),look));if(room<=left||tries===2)return{box,...scales};left=room}}draw({data,trace,h,layers,
look,keep}){this._frame(data,look,keep);let{context,framed}=this;this._points(data,trace,h,layers,look),context.
lineJoin="round",this._axes(data,look),context.save(),context.beginPath(),context.rect(framed.box.left,framed.
box.top,framed.box.width,framed.box.height),context.clip();let overlay=new Overlay(context,framed);trace&&overlay.
mixture(data,trace,h,layers,look),layers.truth&&data.truth&&overlay.truth(data,look),context.restore(),trace&&
layers.ellipses&&this._means(data,trace,h,look)}clear(look){let{context,canvas,framed}=this,{width,height}=canvas,
scales=framed.units&&!framed.flat&&framed.width===width&&framed.height===height?framed:this._fitted([-EMPTY,EMPTY],
[-EMPTY,EMPTY],!1,look);this.framed={...scales,data:null,width,height,size:look.size,flat:!1,at:new Float64Array(
0)},context.fillStyle=look.paper,context.fillRect(0,0,width,height),this._axes({labels:["x₁","x₂"]},look)}_points(data,trace,h,layers,look){
let radius=(RADII.find(([most])=>data.N<=most)??RADII[0])[1],dense=data.N>1500;this.image.clear(look.paperBytes),
this.image.draw({at:this.framed.at,r:trace&&layers.color!=="none"?trace.responsibilities(h):null,K:trace?.K??0,
how:layers.color,colors:look.colorBytes,grey:look.greyBytes,paper:look.paperBytes,radius:radius*look.scale*Math.
sqrt(look.size/14)*(layers.color==="pie"?1.35:1),halo:dense?0:.75}),this.context.putImageData(this.pixels,0,0)}_axes(data,look){
let{context,framed}=this,{box,x,y,flat,equal}=framed,marks=upwards(y,box.height,look.size*look.scale,8,!flat).
filter(({value})=>!flat||value>=0);drawFrame(context,box,look),drawBottom(context,box,x,data.labels[0],look,{note:equal?
"":`, not to the scale of ${data.labels[1]}`}),drawLeft(context,box,y,marks,flat?"density":data.labels[1],look)}placeOfMean(row,K,data,k){
let{box}=this.framed,[x,y]=placeOf(this.framed,projected(row,K,data.plane,k).place),within=(value,low,size)=>Math.
min(Math.max(value,low),low+size),[cx,cy]=[within(x,box.left,box.width),within(y,box.top,box.height)];return{x:cx,
y:cy,outside:cx!==x||cy!==y}}_besideMean(x,y,size,width){let{box}=this.framed;return[x+1.2*size+width<box.left+
box.width?x+.8*size:x-size-width,y-3*size>box.top?y-.6*size:y+2.8*size]}_means(data,trace,h,look){let{context}=this,
row=trace.row(h),size=7.5*look.scale*Math.sqrt(look.size/14);context.font=`600 ${.95*look.size*look.scale}px ${look.
family}`,context.textAlign="left",context.textBaseline="bottom";for(let k=0;k<trace.K;k++){let{x,y,outside}=this.
placeOfMean(row,trace.K,data,k);context.beginPath(),MARKER_PATHS[k%MARKER_PATHS.length](context,x,y,size),context.
strokeStyle=look.paper,context.lineWidth=5*look.scale,context.stroke(),context.strokeStyle=outside?look.colors[k%
look.colors.length]:look.ink,context.lineWidth=1.6*look.scale,context.fillStyle=outside?look.paper:look.colors[k%
look.colors.length],context.fill(),context.stroke()}let places=Array.from({length:trace.K},(_,k)=>this.placeOfMean(
row,trace.K,data,k));for(let{x,y,text}of labelsOf(places,1.5*size)){let at=this._besideMean(x,y,size,context.measureText(
text).width);context.strokeStyle=look.paper,context.lineWidth=4*look.scale,context.strokeText(text,...at),context.
fillStyle=look.ink,context.fillText(text,...at)}}};function labelsOf(places,reach2){let labels=[];return places.
forEach(({x,y},k)=>{let near2=labels.find(label=>Math.hypot(label.x-x,label.y-y)<reach2);near2?near2.text+=`, ${k}`:
labels.push({x,y,text:String(k)})}),labels}function holds({x,y,box},xs,ys){return x.to(xs[1])<=box.left+box.width&&
y.to(ys[0])<=box.top+box.height&&x.to(xs[0])>=box.left&&y.to(ys[1])>=box.top}function flatScales(xs,box){let range=padded(
xs),top=8/(Math.sqrt(2*Math.PI)*(range[1]-range[0])),floor=box.top+box.height*(1-RUG);return{x:linear(range,[box.
left,box.left+box.width]),y:linear([0,top],[floor,box.top]),units:[1,1],equal:!0}}var LATE=500,Player=class{constructor(app,speed){this.app=app,this.playing=!1;let calm=matchMedia("(prefers-re\
duced-motion: reduce)").matches;this.speed=calm?Math.min(speed,1):speed,this.stepped=0}toggle(){this.playing?this.
pause():this.play()}play(){let{app}=this;app.trace&&(app.h===app.trace.last&&(app.h=0),this.playing=!0,this.stepped=
performance.now(),app.redraw())}pause(){this.playing&&(this.playing=!1,this.app.redraw())}setSpeed(speed){this.
speed=speed,this.app.transport.showSpeed(speed)}faster(by){let at=SPEEDS.findIndex(speed=>speed>=this.speed);this.
setSpeed(SPEEDS[Math.min(Math.max(at+by,0),SPEEDS.length-1)])}advance(now){if(!this.playing)return;let{app}=this,
due=Math.floor((now-this.stepped)*this.speed/1e3+.05);due<1||(this.stepped=now-this.stepped>LATE?now:this.stepped+
due*1e3/this.speed,app.go(app.h+due),app.h===app.trace.last&&(app.trace.words.ended!=="running"||!app.source.canRun)&&
(this.playing=!1))}};var SETTLED=250,Status=class{constructor(app){this.app=app,this.timer=void 0}close(){clearTimeout(this.timer)}tell(trace,h){
let{badge,where,weights,why,layers,preview:preview2,transport:transport2,player}=this.app,name=announce(h),text=preview2?
`dragged, NLL ${number(trace.nllAt(h))}`:position(trace,h),ended=preview2?"":ending(trace,this.app.source.canRun,
h);badge.textContent=h===trace.failed?`${name} failed`:name,badge.dataset.name=nameOf(h),where.textContent=text+
ended,weights.textContent=weightsOf(trace,h),why.textContent=explain(trace,h,layers.bound),why.classList.toggle(
"emx-alarm",h===trace.failed||h===0&&trace.failed>0||trace.rises(h));let{playing}=player;transport2.show({h,end:this.
app.trace.last,playing,text:`${name}, ${text}`}),clearTimeout(this.timer),playing||(this.timer=setTimeout(()=>this.
_readOut(trace,h,text),SETTLED))}clear(){let{badge,where,weights,why,live,transport:transport2,note}=this.app;
for(let part of[badge,where,weights,why])part.textContent="";delete badge.dataset.name,why.classList.remove("e\
mx-alarm"),transport2.show({h:0,end:0,playing:!1,text:"no points yet"}),clearTimeout(this.timer),live.textContent=
note.textContent}_readOut(trace,h,text){let{badge,where,why,live,left,right,config,data,layers}=this.app;live.
textContent=`${badge.textContent}, ${where.textContent}. ${why.textContent}`,left.setAttribute("aria-label",describe(
config,data,trace,h,layers));let[first,last]=[trace.nll[0],trace.nll[trace.nll.length-1]].map(number);right.setAttribute(
"aria-label",`The negative log-likelihood over ${Math.floor(trace.last/2)} iterations, from ${first} to ${last}\
; marked: ${text}.`),this.app.settled()}};var LOOK_AGAIN=500,Surroundings=class{constructor(app){this.app=app,this.sizes=new ResizeObserver(()=>this.resize());
for(let canvas of[app.left,app.right])this.sizes.observe(canvas.parentElement);this.themes=new MutationObserver(
()=>this.restyle()),this.themes.observe(document.body,{attributes:!0}),this.scheme=matchMedia("(prefers-color-\
scheme: dark)"),this.changed=()=>this.restyle(),this.scheme.addEventListener("change",this.changed),this.pixels=
setInterval(()=>this.ratio!==window.devicePixelRatio&&this.resize(),LOOK_AGAIN),app.element.addEventListener("\
click",event=>this._refocus(event))}close(){this.sizes.disconnect(),this.themes.disconnect(),this.scheme.removeEventListener(
"change",this.changed),clearInterval(this.pixels)}resize(){this.ratio=window.devicePixelRatio;let scale=this.ratio||
1;for(let canvas of[this.app.left,this.app.right]){let{clientWidth,clientHeight}=canvas.parentElement,[width,height]=[
Math.round(clientWidth*scale),Math.round(clientHeight*scale)];!width||!height||canvas.width===width&&canvas.height===
height||(canvas.width=width,canvas.height=height)}this.restyle(),this.app.look&&this.app.draw()}restyle(){let{
app}=this;!app.element.isConnected||!app.left.clientWidth||(app.look=lookOf(app.stage,app.left.width/app.left.
clientWidth),app.element.style.setProperty("--emx-e",app.look.E),app.element.style.setProperty("--emx-m",app.look.
M),app.element.style.setProperty("--emx-badge-ink",app.look.dark?"#000":"#fff"),app.redraw())}toggleLarge(){let large=this.
app.element.classList.toggle("emx-large");return requestAnimationFrame(()=>this.restyle()),large}toggleFullScreen(){
let{app}=this;document.fullscreenElement?document.exitFullscreen():app.element.requestFullscreen?.().catch(()=>app.
say("The browser does not allow full screen here."))}_refocus(event){let kind=event.target.closest?.("button, \
canvas, input[type=checkbox], input[type=range]");event.detail>0&&kind&&!kind.closest(".emx-atlas, .emx-own")&&
this.app.stage.focus({preventScroll:!0})}};var SOON=500,LONG=8e3,Waiting=class{constructor(app){this.app=app,this.timers=[]}begin(shown="Still showing th\
e previous pictures."){this.end();let{element}=this.app;element.setAttribute("aria-busy","true");let later=(wait,text)=>this.
timers.push(setTimeout(()=>this._say(text),wait));later(SOON,`Waiting for Python. ${shown}`),later(LONG,`Pytho\
n is not answering. If it is busy, this continues by itself; if it was restarted or has stopped, ${remedyAt(element)}\
. ${shown}`)}_say(text){this.app.element.dataset.waiting="yes",this.app.problem.textContent=text}end(){this.timers.
forEach(clearTimeout),this.timers=[];let{element,problem}=this.app;element.dataset.waiting&&(problem.textContent=
""),delete element.dataset.waiting,element.removeAttribute("aria-busy")}};var PATIENCE=200,SO_FAR="This is the run so far.",FRAME=1e3/60,Explorer=class{constructor(options,config,source,onchange=()=>{},onview=()=>{}){
Object.assign(this,{options,config,source,store:source.store,onchange,onview}),this.layers={...options.layers},
this.h=options.half_step,this.trace=this.data=this.preview=null,this.drawn=this.touched=this.drawnAt=this.frame=
0,this.player=new Player(this,options.speed),Object.assign(this,layout(this)),this.status=new Status(this),this.
waiting=new Waiting(this),this.startBefore=options.starts.find(start=>start!=="own start"),this.remark="",this.
plane=new Plane(this.left),this.chart=new Chart(this.right),this.filler=new Filler(this,this.atlas),this.own=new Own(
this),this.scrub=new Scrub(this),this.ownPlace.append(this.own.element),this.element.classList.toggle("emx-lar\
ge",options.large),this.element.explorer=this,this.limits=new Limits(this),source.isPage&&this.limits.ofPage(),
this.keyboard=new Keyboard(this),this.surroundings=new Surroundings(this),this.load()}close(){this.player.pause(),
this.closed=!0,this.filler.close(),this.keyboard.close(),this.surroundings.close(),this.status.close(),this.waiting.
end(),cancelAnimationFrame(this.frame)}change(patch){let config={...this.config,...patch};if(!this.source.has(
config)){this.controls.show(this.config),this.say(this.source.missing);return}this.own.letGo(),this.remark="",
config.n_components!==this.config.n_components&&config.start==="own start"&&(config.start=this.startBefore,this.
remark=`Your own start has another K: EM starts from ${config.start} again.`),patch.data==="own points"&&!patch.
own_points&&this.own.fit(config),config.start!=="own start"&&(this.startBefore=config.start),this.config=config,
this.load(),this.onchange(config)}get isEmpty(){return this.config.data==="own points"&&!this.config.own_points.
length}load(){let{config}=this;if(this.touched=performance.now(),this.controls.show(config),this.said.textContent=
"",this.filler.follow(),this.waiting.end(),this.isEmpty){this._showNothing();return}let known=this.store.get(config);
known&&this._show(known),!(known&&known.trace.words.ended!=="running"&&!known.data.isPart||known&&!this.source.
canRun)&&(this.waiting.begin(known&&SO_FAR),this._ask(config))}_ask(config){this.source.ask(config,this.filler.
shown,answer=>{if(this.closed||this.config!==config||(answer.isLost?this.limits.ofKernel(!1):this._show(answer),
this.filler.showRow(config),answer.trace?.words.ended!=="running"))return;this.waiting.begin(SO_FAR);let wait=Math.
max(this.touched+PATIENCE-performance.now(),0);setTimeout(()=>this.config===config&&!this.closed&&this._ask(config),
wait)},!0)}_show({trace,data,problem}){this.waiting.end();let kept=this.trace?" Still showing the previous pic\
tures.":"";if(this.problem.textContent=problem?problem+kept:"",this.preview=null,this.own.letGo(),problem){this.
player.pause(),this.redraw();return}let atEnd=this.trace&&this.h>1&&this.h===this.trace.last;trace.regCovar=this.
config.reg_covar,Object.assign(this,{trace,data,shown:this.config}),this.h=atEnd?trace.last:Math.min(this.h,trace.
last),this.showNote(),this.layerControls.show(data),this.redraw(!0)}showNote(){let ridge2=this.trace?.words.ridge;
this.note.textContent=[this.remark,this.data?.note,ridge2,this.limits.reason].filter(Boolean).join(" ")}_showNothing(){
this.player.pause(),this.trace=this.data=this.preview=null,this.problem.textContent="",this.note.textContent='\
There are no points yet: tick "a click adds a point" below, then click the picture.',this.h=0,this.own.open(),
this.redraw(!0)}say(text){this.said.textContent=text}get view(){let large=this.element.classList.contains("emx\
-large");return{half_step:this.h,layers:this.layers,speed:this.player.speed,large}}settled(){this.onview(this.
view),this.limits.keepStills()}setLayers(patch){Object.assign(this.layers,patch),this.redraw()}showPreview(trace){
this.preview=trace,this.redraw()}startFrom(row){this.h=Math.min(this.h,1),this.change({start:"own start",own_start:Array.
from(row)})}go(h){this.trace&&(this.touched=performance.now(),this.h=Math.min(Math.max(h,0),this.trace.last),this.
redraw(!0))}jump(h){this.player.pause(),this.go(h)}move(by){this.jump(this.h+by)}redraw(atOnce=!1){if(!(this.frame||
!this.look)){if(atOnce&&!this.player.playing&&performance.now()-this.drawnAt>FRAME){this.draw();return}this.frame=
requestAnimationFrame(now=>{this.frame=0,!this.closed&&(this.player.advance(now),this.draw(),this.player.playing&&
this.redraw())})}}draw(){let{look,layers,data}=this;if(!this.left.width)return;if(this.isEmpty){this.plane.clear(
look),this.chart.draw({trace:null,look}),this.status.clear(),this._drawn(0);return}if(!data)return;let trace=this.
preview??this.trace,h=this.preview?Math.min(this.h,1):this.h;this.plane.draw({data,trace,h,layers,look,keep:this.
config.data==="own points"});let marked=!this.preview,done=this.chart.draw({trace:this.trace,h:this.h,layers,look,
marked});this.status.tell(trace,h),this._drawn(h),done||this.redraw()}_drawn(h){this.drawn+=1,this.drawnAt=performance.
now(),Object.assign(this.element.dataset,{halfStep:h,drawn:this.drawn})}};var ENDED=["dead","terminating"];async function watchKernel(model,id,tell){let manager=model.widget_manager,whole=await wholeOf(
manager,id),session=manager?.context?.sessionContext??manager?.kernel,[asked,answered,waiting,isGone]=[0,0,!1,
!1],say=gone=>{isGone=gone,tell(gone)},isEnded=()=>!!session?.statusChanged&&(!manager.kernel||ENDED.includes(
manager.kernel.status)),check=()=>{whole?.comm_live!==!1&&!isEnded()||(waiting=!1,say(!0))},hear=number2=>{typeof number2==
"number"&&(answered=Math.max(answered,number2)),say(!1)},done=message=>{message.content.execution_state==="idl\
e"&&(waiting=!1,setTimeout(()=>answered>=asked||waiting||say(!0),100))},ask=()=>{if(check(),!(waiting||isEnded())){
waiting=!0,asked+=1;try{model.send(asked,{iopub:{status:done}})}catch{waiting=!1,say(!0)}}},signals=[session?.
statusChanged,session?.kernelChanged].filter(Boolean);model.on("msg:custom",hear),whole?.on("comm_live_update",
check);for(let signal of signals)signal.connect(check);return ask(),{ask,stop:()=>{model.off("msg:custom",hear),
whole?.off("comm_live_update",check);for(let signal of signals)signal.disconnect(check)},isGone:()=>isGone}}async function wholeOf(manager,id){
return manager?.get_model?.(id)?.catch(()=>null)}var ID=/(?:"|IPY_MODEL_)([0-9a-f]{32})"/g,OURS="gmm_helpers.",STATE="application/vnd.jupyter.widget-state+json",
VIEW="application/vnd.jupyter.widget-view+json",NOT_FOUND="Error displaying widget: model not found";function saveWhatIsShown(manager){let notebook=manager?.context?.model,known=manager?._modelsSync;if(!notebook?.
toJSON||!known||Object.hasOwn(manager,"get_state_sync"))return;let save=manager.get_state_sync.bind(manager);manager.
get_state_sync=options=>{let alone2=[...known.values()].filter(model=>!model.comm_live);for(let model of alone2)
model._comm_live=!0;try{let saved=save(options),gone=new Set(alone2.map(model=>model.model_id));return{...saved,
state:shownOf(saved.state,notebook.toJSON().cells,gone)}}finally{for(let model of alone2)model._comm_live=!1}},
whenRestored(manager,async()=>{showThoseFoundLater(manager,document),await takeBackItsMark(manager)})}function whenRestored(manager,act){
let timer=0,later=()=>{clearTimeout(timer),timer=setTimeout(act,1e3)};manager.restored?.connect(later),later()}
function showThoseFoundLater(manager,page){let cells=manager.context?.model?.cells;for(let node of page.querySelectorAll(
".jp-Cell .jp-OutputArea-output.jupyter-widgets")){if(!node.textContent.startsWith(NOT_FOUND))continue;let cell=node.
closest("[data-windowed-list-index]"),outputs=cell&&cells?.get(Number(cell.dataset.windowedListIndex))?.outputs;
for(let i=0;i<(outputs?.length??0);i++){let output=outputs.get(i).toJSON();manager.has_model(output.data?.[VIEW]?.
model_id)&&outputs.set(i,output)}}}async function takeBackItsMark(manager){let{context}=manager;if(!context?.model?.
dirty)return;let asked={type:"notebook",format:"json",content:!0},file=await context._manager?.contents?.get(context.
path,asked).catch(()=>null);if(!file?.content||!manager.context?.model)return;let now=context.model.toJSON(),widgets={
[STATE]:manager.get_state_sync({drop_defaults:!0})},saved={...now,metadata:{...now.metadata,widgets}};inOrder(
saved)===inOrder(file.content)&&(context.model.dirty=!1)}function inOrder(content){return JSON.stringify(content,
(key,value)=>{if(key!=="trusted")return Object.prototype.toString.call(value)!=="[object Object]"?value:Object.
fromEntries(Object.entries(value).sort(([a],[b])=>a<b?-1:1))})}function shownOf(state,cells,gone){let shown=new Set,
texts=[JSON.stringify(cells)];for(let text of texts)for(let[,id]of text.matchAll(ID))!(id in state)||shown.has(
id)||(shown.add(id),texts.push(JSON.stringify(state[id].state)));let isOurs=id=>String(state[id].state._anywidget_id).
startsWith(OURS),kept=([id])=>shown.has(id)||!(gone.has(id)||isOurs(id));return Object.fromEntries(Object.entries(
state).filter(kept))}var CONFIG=["data","n_components","seed","start","reg_covar","own_start","own_points"],MAX_RUNS=100,sources=new Map;
function initialize({model}){let source=new KernelSource(model,new Store(MAX_RUNS)),first=unpack(model.get("_f\
irst"));return source.kept=first.words.config,source.store.take(source.kept,first),source.told=first.words.problem??
first.words.warning,sources.set(model.get("options").key,source),saveWhatIsShown(model.widget_manager),()=>sources.
delete(model.get("options").key)}async function render({model,el}){let read=()=>Object.fromEntries(CONFIG.map(
name=>[name,model.get(name)])),{key}=model.get("options"),explorer=null,kernel=await watchKernel(model,key,gone=>explorer?.
limits.ofKernel(!gone)),source=sources.get(key);source.canRun=!kernel.isGone();let config=source.has(read())?read():
source.kept,options={...model.get("options"),...model.get("view")},telling=!1,tell=values=>{telling=!0;for(let[
name,value]of Object.entries(values))model.set(name,value);telling=!1,kernel.ask(),kernel.isGone()||model.save_changes()},
onchange=changed=>tell(Object.fromEntries(CONFIG.map(name=>[name,changed[name]]))),seen="",onview=view=>{JSON.
stringify(view)!==seen&&tell({view:JSON.parse(seen=JSON.stringify(view))})};explorer=new Explorer(options,config,
source,onchange,onview),seen=JSON.stringify(explorer.view),source.told&&(explorer.problem.textContent=source.told);
let following=0,follow=()=>{telling||(clearTimeout(following),following=setTimeout(adopt,0))},adopt=()=>{let now=read();
JSON.stringify(now)!==JSON.stringify(explorer.config)&&(explorer.config=now,explorer.load())};for(let name of CONFIG)
model.on(`change:${name}`,follow);return el.classList.add("emx-host"),el.append(explorer.element),explorer.surroundings.
resize(),explorer.limits.ofKernel(!kernel.isGone()),explorer.element.addEventListener("focusin",kernel.ask),()=>{
kernel.stop(),clearTimeout(following);for(let name of CONFIG)model.off(`change:${name}`,follow);explorer.close()}}
function open(page,el){let source=new PageSource(page,new Store),explorer=new Explorer(page.options,page.config,
source);return el.append(explorer.element),explorer.surroundings.resize(),source.unpackAll(),explorer}var main_default={initialize,render};export{main_default as default,open};
